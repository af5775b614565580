package no.bits.tls.report;

/** How a panel is drawn. */
enum Chart {

    /** A column for each line, the drawn figures one upon the other. */
    COLUMNS,

    /** A bar for each line, the drawn figures one behind the other. */
    BARS,

    /** A curve for each drawn figure. */
    CURVES

}
