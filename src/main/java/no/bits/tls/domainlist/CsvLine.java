package no.bits.tls.domainlist;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
 */
public final class CsvLine {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    private CsvLine() {
    }

    /**
     * Writes a line.
     * @param values its values, whatever they hold
     * @return the line with CRLF
     */
    public static String of(List<String> values) {
        return values.stream()
            .map((value) -> quoted(FORMULA.matcher(value).replaceFirst("'$0")))
            .collect(Collectors.joining(",", "", "\r\n"));
    }

    /**
     * Writes a line as spreadsheets in Norway want it: with semicolons, each value in
     * quotes.
     * @param values its values, whatever they hold
     * @return the line with CRLF
     */
    public static String forSpreadsheets(List<String> values) {
        return values.stream()
            .map((value) -> '"' + FORMULA.matcher(value).replaceFirst("'$0").replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String quoted(String value) {
        return SPECIAL.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

}
