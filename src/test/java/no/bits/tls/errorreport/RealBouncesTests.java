package no.bits.tls.errorreport;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import no.bits.tls.evidence.Cause;
import no.bits.tls.evidence.Failure;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.inbox.TestMails;
import no.bits.tls.tls.FailingServers;
import no.bits.tls.tls.FailingServers.Flaw;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read from the bounces that real mail servers write at servers that fail. */
class RealBouncesTests {

    @Test
    void postfixNamesWhatItCanAndNothingIsInvented() {
        Map<Flaw, Failure> read = read(PostfixServer::new);
        assertEveryDomainIsFoundAndNoCauseIsInvented(read);
        assertThat(read.get(Flaw.WITHOUT_STARTTLS)).returns(Cause.STARTTLS_NOT_SUPPORTED, Failure::cause);
        assertThat(read.get(Flaw.SELF_SIGNED)).returns(true, Failure::aboutTls);
        assertThat(read.get(Flaw.KNOWING_NOBODY)).returns(Cause.RECIPIENT_UNKNOWN, Failure::cause)
            .returns(false, Failure::aboutTls);
    }

    /** Of what may pass Exim only says that time ran out. */
    @Test
    void eximNamesLittleAndNothingIsInvented() {
        Map<Flaw, Failure> read = read(EximServer::new);
        assertEveryDomainIsFoundAndNoCauseIsInvented(read);
        assertThat(read.get(Flaw.KNOWING_NOBODY)).returns(Cause.RECIPIENT_UNKNOWN, Failure::cause)
            .returns(false, Failure::aboutTls);
    }

    private static void assertEveryDomainIsFoundAndNoCauseIsInvented(Map<Flaw, Failure> read) {
        assertThat(read).containsOnlyKeys(Flaw.values()).allSatisfy((flaw, failure) -> {
            assertThat(failure.cause().code()).as(failure.toString()).isIn(flaw.cause(), Cause.UNKNOWN.code());
            assertThat(failure.recipient()).hasToString("ola@" + flaw.domain());
        });
    }

    private static Map<Flaw, Failure> read(Function<FailingServers, SendingServer> start) {
        Map<Flaw, Failure> read = new EnumMap<>(Flaw.class);
        try (FailingServers servers = new FailingServers(); SendingServer server = start.apply(servers)) {
            server.bounces().forEach((bounce) -> read(bounce).forEach((failure) -> {
                for (Flaw flaw : Flaw.values()) {
                    if (new DomainName(flaw.domain()).equals(failure.domain())) {
                        read.put(flaw, failure);
                    }
                }
            }));
        }
        return read;
    }

    private static List<Failure> read(String bounce) {
        String mail = "From: %s\nTo: tls@bits.no\nSubject: VS: retur\nContent-Type: multipart/mixed; boundary=\"outer\"\n\n--outer\n\nSe vedlegg.\n\n--outer\nContent-Type: message/rfc822\n\n%s\n--outer--\n"
            .formatted(SendingServer.SENDER, bounce.replace("\r\n", "\n"));
        return MailEvidence
            .read(TestMails.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)),
                    Set.of(new DomainName("bits.no")))
            .failures();
    }

}
