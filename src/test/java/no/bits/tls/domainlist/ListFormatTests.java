package no.bits.tls.domainlist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class ListFormatTests {

    @Test
    void writesCsvToTheLetter() throws IOException {
        assertThat(text(new CsvFile(), awkward())).isEqualTo(golden("domains.csv"));
    }

    @Test
    void writesJson() throws IOException {
        assertThat(text(new JsonFile(), awkward())).isEqualTo(golden("domains.json"));
    }

    @Test
    void writesAnEmptyList() throws IOException {
        Edition nothing = Edition.of(new DomainListVersion(0, Instant.EPOCH, 0, CsvFile.sha256Of(List.of())),
                List.of());
        assertThat(text(new CsvFile(), nothing)).isEqualTo(golden("domains-none.csv"));
        assertThat(text(new JsonFile(), nothing)).isEqualTo(golden("domains-none.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+47", "-1", "@SUM(A1)", "\tx", "＝1" })
    void startsNoFormula(String name) {
        List<ListedDomain> rows = List.of(Rows.row(name, "", "x.example", true));
        assertThat(text(new CsvFile(), edition(rows))).contains("\r\n'" + name + ",,x.example,2026-11-05,Ja\r\n");
    }

    @Test
    void quotesWhatBreaksALine() {
        List<ListedDomain> rows = List.of(Rows.row("\rA \"B\", C\nD", "", "x.example", false));
        assertThat(text(new CsvFile(), edition(rows)))
            .endsWith("\"'\rA \"\"B\"\", C\nD\",,x.example,2026-11-05,Nei\r\n");
    }

    @Test
    void sortsAsNorwegiansDo() {
        List<String> names = List.of("1881 AS", "andebu bank", "Andebu Sparebank", "Bjorn", "Bjørn", "Zebra", "Ærlig",
                "Østby", "Aasen", "Åsgård");
        List<ListedDomain> rows = new ArrayList<>(
                names.stream().map((name) -> Rows.row(name, "", "x.example", true)).toList());
        Collections.reverse(rows);
        assertThat(ListOrder.of(rows)).extracting(ListedDomain::organisation).containsExactlyElementsOf(names);
    }

    @Test
    void writesAHundredThousandRowsInSeconds() {
        List<ListedDomain> rows = IntStream.range(0, 100_000)
            .mapToObj((number) -> Rows.row("Bank " + number % 40_000, "805208279", "d" + number + ".example", true))
            .toList();
        long start = System.nanoTime();
        Edition edition = edition(ListOrder.of(rows));
        assertThat(text(new CsvFile(), edition).lines()).hasSize(100_001);
        assertThat(text(new JsonFile(), edition)).contains("d99999.example");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    private static Edition awkward() {
        return edition(
                ListOrder.of(Stream
                    .concat(Rows.DOZEN.stream(),
                            Stream.of(Rows.row("=cmd|' /C calc'!A0", "", "formel.example", false),
                                    Rows.row("Bank \"Nord\", avd. Tromsø", "805208279", "nord.example", true)))
                    .toList()));
    }

    private static Edition edition(List<ListedDomain> rows) {
        return Edition.of(
                new DomainListVersion(41, Instant.parse("2026-11-23T15:05:09Z"), rows.size(), CsvFile.sha256Of(rows)),
                rows);
    }

    private static String text(ListFormat format, Edition edition) {
        return new String(format.write(edition), StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        return new ClassPathResource("golden/domainlist/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

}
