package no.bits.tls.document;

/** The two forms that an organisation mails to join the scheme. */
public enum Appendix {

    /** Appendix 1, the declaration of conformity, signed by the IT manager. */
    DECLARATION,
    /** Appendix 2, the information about the business. */
    COMPANY_FORM

}
