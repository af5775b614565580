package no.bits.tls.domainlist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import no.bits.tls.Golden;
import no.bits.tls.identifier.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailServerFileTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Set<DomainName> OWN = Set.of(new DomainName("fno.example"));

    @ParameterizedTest
    @EnumSource
    void writesTheListWithItsRecipeAndWithoutTheReadersOwnDomains(MailServerFile file) {
        String text = write(file);
        assertThat(text).doesNotContain("{{").doesNotContainPattern("(?m)^[^#;]*fno\\.example");
        Golden.assertMatches(text, "domainlist/exports/" + file.fileName());
    }

    @ParameterizedTest
    @EnumSource
    void writesAFileThatLoadsWhenNobodyIsListed(MailServerFile file) {
        Edition none = Edition.of(new DomainListVersion(0, Instant.EPOCH, 0, CsvFile.sha256Of(List.of())), List.of());
        assertThat(new String(file.write(none, Set.of(), TODAY), StandardCharsets.UTF_8)).doesNotContain("{{");
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryFileThatAMailServerNeeds(MailServer server) {
        assertThat(server.files()).isNotEmpty().allMatch((name) -> MailServerFile.named(name).isPresent());
        assertThat(MailServer.withId(server.id())).contains(server);
    }

    @Test
    void hasNoFileThatNoMailServerNeeds() {
        assertThat(Stream.of(MailServer.values()).flatMap((server) -> server.files().stream()))
            .containsAll(Stream.of(MailServerFile.values()).map(MailServerFile::fileName).toList());
    }

    @Test
    @EnabledIf(value = "hasPostmap", disabledReason = "needs Debian's postfix")
    void isLoadedByPostfixItself(@TempDir Path folder) throws Exception {
        Path outbound = Files.writeString(folder.resolve("policy"), write(MailServerFile.POSTFIX_OUTBOUND));
        Path inbound = Files.writeString(folder.resolve("senders"), write(MailServerFile.POSTFIX_INBOUND));
        assertThat(lookUp("fjellvakbanken.example", outbound))
            .isEqualTo("verify protocols=>=TLSv1.2 servername=hostname");
        assertThat(lookUp("blåskogstjerne.example", outbound)).startsWith("verify");
        assertThat(lookUp("xn--blskogstjerne-qfb.example", inbound)).isEqualTo("reject_plaintext_session");
        assertThat(lookUp("sub.fjellvakbanken.example", outbound)).isEmpty();
        assertThat(lookUp("fno.example", outbound)).isEmpty();
    }

    static boolean hasPostmap() {
        return Files.isExecutable(Path.of("/usr/sbin/postmap"));
    }

    private static String lookUp(String domain, Path table) throws IOException, InterruptedException {
        Path configuration = Files.createDirectories(table.resolveSibling("configuration"));
        Files.writeString(configuration.resolve("main.cf"), "compatibility_level = 3.6\n");
        Process postmap = new ProcessBuilder("/usr/sbin/postmap", "-c", configuration.toString(), "-q", domain,
                "texthash:" + table)
            .redirectErrorStream(true)
            .start();
        String answer = new String(postmap.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(postmap.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return answer;
    }

    private static String write(MailServerFile file) {
        Edition edition = Edition.of(new DomainListVersion(41, Instant.parse("2026-11-23T15:05:09Z"), Rows.DOZEN.size(),
                CsvFile.sha256Of(Rows.DOZEN)), Rows.DOZEN);
        return new String(file.write(edition, OWN, TODAY), StandardCharsets.UTF_8);
    }

}
