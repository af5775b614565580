package no.bits.tls.tls;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks Postfix the same questions of the same servers: it must see what we see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostfixAgreesTests {

    private static final String MX = "mx.oslo.fjordbank.example";

    private final Lab lab = new Lab();

    private final Path roots = Authority.pem(this.lab.folder);

    @BeforeAll
    void requirePostfix() {
        PosttlsFinger.requireInstalled();
    }

    @AfterAll
    void close() {
        this.lab.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void onChainAndName(String what, Identity identity) {
        LabServer server = this.lab.server(Script.with(identity));
        ServerReport report = this.lab.probe(server, MX);
        boolean trusted = report.outcome(Requirement.TRUSTED_CERTIFICATE) != Outcome.FAIL;
        boolean named = report.outcome(Requirement.SERVER_NAME) != Outcome.FAIL;
        assertThat(ask(server, anyNameOf(identity))).isEqualTo(trusted ? "Verified" : "Untrusted");
        assertThat(ask(server, MX)).isEqualTo(trusted && named ? "Verified" : "Untrusted");
    }

    private String ask(LabServer server, String name) {
        return PosttlsFinger.ask(server, MX, name, this.roots);
    }

    private static String anyNameOf(Identity identity) {
        return CertificateNames.of(identity.chain().get(0)).all().replace('*', 'x');
    }

    static Stream<Arguments> certificates() {
        return VerdictTableTests.certificates().map((row) -> Arguments.of(row.get()[0], row.get()[1]));
    }

}
