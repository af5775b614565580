package no.bits.tls.report;

import java.util.List;

/** A report that managers read: panels about a period. */
interface Report {

    /** Its name in addresses. */
    String id();

    /** The period of who picks none. */
    default Span span() {
        return Span.LAST_12_MONTHS;
    }

    /**
     * Tells the figures.
     * @param period the months
     * @return the panels, in the language of the reader
     */
    List<Panel> panels(Period period);

}
