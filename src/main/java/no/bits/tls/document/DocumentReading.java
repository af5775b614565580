package no.bits.tls.document;

import java.util.List;
import java.util.Set;

/**
 * What one attached document holds.
 *
 * @param fileName its name in the mail
 * @param kind what it turned out to be
 * @param appendices the forms that it holds, blank or filled in; empty where it holds
 * none
 * @param fields the values found, in the order of the document; a blank field has none
 * @param remarks what a person should know about the document
 */
public record DocumentReading(String fileName, Kind kind, Set<Appendix> appendices, List<FieldReading> fields,
        List<Remark> remarks) {

    /**
     * A file that is no form, told without reading it.
     * @param fileName its name in the mail
     * @return what there is to say of it
     */
    public static DocumentReading irrelevant(String fileName) {
        return new DocumentReading(fileName, Kind.IRRELEVANT, Set.of(), List.of(), List.of());
    }

    /** What a document turned out to be. */
    public enum Kind {

        /** Read by machine. */
        READ,
        /** A format that a person must read: a scan, a picture, an old Word file. */
        FOR_A_PERSON,
        /**
         * Cannot be opened: damaged, encrypted, not what it says it is, or beyond our
         * limits.
         */
        UNREADABLE,
        /** Nothing that could be a form, for example a logo. */
        IRRELEVANT

    }

    /**
     * Something that a person should know about a document.
     *
     * @param code what it is
     * @param detail a few words more, for example the name of the part; never markup
     */
    public record Remark(Code code, String detail) {
    }

    /** What there is to know about a document. */
    public enum Code {

        /** Holds a macro; it was not run. */
        MACRO,
        /** Refers to something outside; it was not fetched. */
        EXTERNAL_REFERENCE,
        /** Holds another file inside. */
        EMBEDDED_OBJECT,
        /** Holds changes that are neither accepted nor rejected; read as if accepted. */
        TRACKED_CHANGES,
        /** Only a picture of text. */
        IMAGE_ONLY,
        /** Protected by a password. */
        ENCRYPTED,
        /** Damaged, or not what its name says. */
        DAMAGED,
        /** Larger, deeper or more compressed than we take in. */
        TOO_LARGE,
        /** Declares XML entities. */
        ENTITIES,
        /** A date such as 11/03/2026 that has two readings. */
        AMBIGUOUS_DATE,
        /** The answer to 5.2.4 is neither yes nor no. */
        INBOUND_ENFORCEMENT_UNCLEAR

    }

}
