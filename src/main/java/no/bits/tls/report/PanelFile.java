package no.bits.tls.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.domainlist.CsvLine;
import no.bits.tls.workflow.DeskLanguage;

/** A panel's table as a file that spreadsheets in Norway and England open by a click. */
final class PanelFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PanelFile() {
    }

    static String of(Panel panel) {
        Stream<String> columns = panel.columns().stream().map((column) -> column.label() + column.unit().suffix());
        Stream<List<String>> lines = panel.lines()
            .stream()
            .map((line) -> Stream.concat(Stream.of(line.key()), line.figures().stream().map(PanelFile::number))
                .toList());
        return BYTE_ORDER_MARK
                + Stream.concat(Stream.of(Stream.concat(Stream.of(panel.head()), columns).toList()), lines)
                    .map(CsvLine::forSpreadsheets)
                    .collect(Collectors.joining());
    }

    private static String number(Figure figure) {
        if (figure.value() == null) {
            return "";
        }
        String plain = BigDecimal.valueOf(figure.value()).stripTrailingZeros().toPlainString();
        return plain.replace(".", DeskLanguage.ofReader().of(",", "."));
    }

}
