package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import no.bits.tls.inbox.SenderAuthentication.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom we believe to have sent a mail, and that nobody can make us believe more. */
class SenderAuthenticationTests {

    private static final String FROM = "From: Kari <kari@fjordbanken.example>\r\n";

    private final MailParser parser = new MailParser(new Binder(new MapConfigurationPropertySource(Map.of()))
        .bindOrCreate("backoffice.inbox", InboxSettings.class));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0',
            textBlock = """
                    mx.bits.no; dmarc=pass header.from=fjordbanken.example                                   | PASS
                    MX.BITS.NO 1; spf=fail smtp.mailfrom=x.example; dmarc = pass (p=reject) header.from = Fjordbanken.Example | PASS
                    mx.bits.no; dkim=pass header.d=fjordbanken.example; dmarc=fail header.from=fjordbanken.example | FAIL
                    mx.bits.no; dmarc=none header.from=fjordbanken.example                                   | FAIL
                    mx.bits.no; dmarc=pass header.from=other.example                                         | FAIL
                    mx.bits.no; dmarc=pass                                                                   | FAIL
                    mx.bits.no; dmarc=pass header.from=fjordbanken.example; dmarc=fail header.from=x.example | FAIL
                    mx.bits.no; spf=pass smtp.mailfrom=fjordbanken.example; dkim=pass                        | UNKNOWN
                    mx.evil.example; dmarc=pass header.from=fjordbanken.example                              | UNKNOWN
                    mx.bits.no.evil.example; dmarc=pass header.from=fjordbanken.example                      | UNKNOWN
                    dmarc=pass header.from=fjordbanken.example                                               | UNKNOWN
                    mx.bits.no; none                                                                         | UNKNOWN
                    mx.bits.no; spf=none smtp.helo="x; dmarc=pass header.from=fjordbanken.example"           | UNKNOWN
                    mx.bits.no; spf=none (helo x; dmarc=pass header.from=fjordbanken.example)                | UNKNOWN
                    mx.bits.no; spf=none (a \\( (b ; dmarc=pass header.from=fjordbanken.example) c)          | UNKNOWN
                    (mx.bits.no;) mx.evil.example; dmarc=pass header.from=fjordbanken.example                | UNKNOWN
                    """)
    void onlyWhatOurServerSaysCounts(String results, Verdict verdict) {
        assertThat(sender("mx.bits.no", "Authentication-Results: " + results + "\r\n" + FROM).verdict())
            .isEqualTo(verdict);
    }

    @Test
    void onlyTheTopmostFindingCounts() {
        String forged = "Authentication-Results: mx.bits.no; dmarc=pass header.from=fjordbanken.example\r\n";
        String ours = "Authentication-Results: mx.bits.no; dmarc=fail header.from=fjordbanken.example\r\n";
        assertThat(sender("mx.bits.no", ours + forged + FROM).verdict()).isEqualTo(Verdict.FAIL);
        String others = "Authentication-Results: filter.example; none\r\n";
        assertThat(sender("mx.bits.no", others + forged + FROM).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whoPassesOnAReportIsNotBelievedForWhoWroteIt() {
        String passed = "Authentication-Results: mx.bits.no; dmarc=pass header.from=evil.example\r\n"
                + "From: Mail Delivery <mailer-daemon@evil.example>\r\nResent-From: kari@fjordbanken.example\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n";
        assertThat(sender("mx.bits.no", passed).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void withoutASettingNobodyIsBelieved() {
        assertThat(sender(null,
                "Authentication-Results: mx.bits.no; dmarc=pass header.from=fjordbanken.example\r\n" + FROM))
            .isEqualTo(new SenderAuthentication(Verdict.UNKNOWN, "fjordbanken.example"));
    }

    @Test
    void exchangeOnlineSignsNoName() {
        String found = "spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=fjordbanken.example; dkim=pass (signature was"
                + " verified)\r\n header.d=fjordbanken.example;dmarc=pass action=none\r\n"
                + " header.from=fjordbanken.example;compauth=pass reason=100\r\n";
        assertThat(sender(InboxSettings.EXCHANGE_ONLINE, "Authentication-Results: " + found + FROM).verdict())
            .isEqualTo(Verdict.PASS);
        assertThat(sender(InboxSettings.EXCHANGE_ONLINE, "Authentication-Results: evil.example; " + found + FROM)
            .verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(sender("mx.bits.no", "Authentication-Results: " + found + FROM).verdict())
            .isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({ "From: a@fjordbanken.example\\From: b@evil.example", "'From: a@fjordbanken.example, b@evil.example'",
            "From: no address", "Subject: no From" })
    void aMailNeedsExactlyOneSender(String from) {
        String passed = "Authentication-Results: mx.bits.no; dmarc=pass header.from=fjordbanken.example\r\n";
        assertThat(sender("mx.bits.no", passed + from.replace("\\", "\r\n") + "\r\n").verdict())
            .isEqualTo(Verdict.AMBIGUOUS);
    }

    @Test
    void aDomainWithLettersOfItsOwnIsCompared() {
        assertThat(sender("mx.bits.no",
                "Authentication-Results: mx.bits.no; dmarc=pass"
                        + " header.from=xn--grgs-roab.example\r\nFrom: post@grågås.example\r\n"))
            .isEqualTo(new SenderAuthentication(Verdict.PASS, "grågås.example"));
    }

    @Test
    void theVerdictIsSaidInWords() {
        assertThat(new SenderAuthentication(Verdict.PASS, "fjordbanken.example").sentence())
            .isEqualTo("DMARC bestått for fjordbanken.example");
        assertThat(new SenderAuthentication(Verdict.FAIL, "fjordbanken.example").sentence())
            .isEqualTo("DMARC ikke bestått for fjordbanken.example: avsenderen kan være forfalsket");
    }

    @Test
    void theVerdictIsSaidInTheLanguageOfTheReader() {
        SenderAuthentication sender = new SenderAuthentication(Verdict.FAIL, "fjordbanken.example");
        LocaleContextHolder.setLocale(Locale.UK);
        try {
            assertThat(sender.sentence()).isEqualTo("DMARC failed for fjordbanken.example: the sender may be forged");
            assertThat(sender.norwegian()).startsWith("DMARC ikke bestått for fjordbanken.example");
        }
        finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private SenderAuthentication sender(@Nullable String server, String header) {
        ParsedMail mail = this.parser.parse((header + "\r\nHei").getBytes(StandardCharsets.UTF_8));
        return new AuthenticationResults(mail.header(), server).sender();
    }

}
