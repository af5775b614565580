package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

import static org.assertj.core.api.Assertions.assertThat;

class MailDeskTests {

    private static final String MAIL = """
            From: Kari <kari@bank.no>
            To: tls@bits.no
            Subject: Hei
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/html; charset=utf-8

            <p onclick="x()">Blå <b>bær</b><script>alert(1)</script><style>p{}</style><noscript><p title="</noscript><img src=x onerror=x>">
            <img src="http://evil.no/x.png"><a href="javascript:x">klikk</a><form action=x><input></form></p>
            --x
            Content-Type: text/html; name="side.html"
            Content-Disposition: attachment

            <script>x</script>
            --x
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''s%C3%B8k%22nad.pdf

            %PDF
            --x--
            """;

    private final InboxFixture inbox = new InboxFixture();

    private final MockMvcTester desk = MockMvcTester.of(new MailDesk(this.inbox.mails, this.inbox.parser()))
        .withHttpMessageConverters(
                java.util.List.of(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json().build()),
                        new org.springframework.http.converter.StringHttpMessageConverter(StandardCharsets.UTF_8),
                        new org.springframework.http.converter.ByteArrayHttpMessageConverter()));

    private final long id = this.inbox.stored(MAIL.replace("\n", "\r\n"));

    @AfterEach
    void close() {
        this.inbox.close();
    }

    @Test
    void tellsTheMailAsJson() {
        assertThat(this.desk.get().uri("/desk/mails/{id}", this.id)).hasStatusOk()
            .bodyJson()
            .isLenientlyEqualTo(
                    """
                            {"from": "Kari <kari@bank.no>", "sender": "kari@bank.no", "to": "<tls@bits.no>", "cc": "",
                             "subject": "Hei", "hasHtml": true, "state": "STORED",
                             "attachments": [
                               {"number": 1, "name": "side.html", "type": "text/html", "size": 18, "previewable": false},
                               {"number": 2, "name": "søk_nad.pdf", "type": "application/pdf", "size": 4, "previewable": true}]}""");
    }

    @Test
    void showsHtmlWithNothingThatActs() {
        var page = this.desk.get().uri("/desk/mails/{id}/html", this.id).exchange();
        assertThat(page).hasStatusOk()
            .hasHeader("Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox")
            .hasHeader("X-Content-Type-Options", "nosniff")
            .hasHeader("Referrer-Policy", "no-referrer");
        assertThat(page).bodyText()
            .contains("Blå <b>bær</b>", "klikk")
            .doesNotContainIgnoringCase("script", "onclick", "onerror", "<img", "href", "<form", "<input", "evil");
    }

    @Test
    void givesFilesOnlyToBeSaved() {
        var pdf = this.desk.get().uri("/desk/mails/{id}/attachments/2", this.id).exchange();
        assertThat(pdf).hasStatusOk()
            .hasHeader("Content-Type", "application/pdf")
            .hasHeader("X-Content-Type-Options", "nosniff")
            .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
            .bodyText()
            .isEqualTo("%PDF");
        assertThat(pdf.getResponse().getHeader("Content-Disposition")).startsWith("attachment;")
            .contains("filename*=UTF-8''s%C3%B8k_nad.pdf");
        assertThat(this.desk.get().uri("/desk/mails/{id}/attachments/1", this.id)).hasHeader("Content-Type",
                "application/octet-stream");
        assertThat(this.desk.get().uri("/desk/mails/{id}/raw", this.id)).hasHeader("Content-Type", "message/rfc822");
    }

    @Test
    void showsWhatAForwardedMailSaysAndWhyAFileIsClosed() {
        byte[] forwarded = TestMails.with("Retur", MailFile.named("logg.txt", new byte[3]));
        long forward = this.inbox
            .stored(TestMails.with(MailFile.named("retur.eml", forwarded), MailFile.named("a.zip", new byte[1])));
        assertThat(this.desk.get().uri("/desk/mails/{id}", forward).header("Accept-Language", "nb")).bodyJson()
            .isLenientlyEqualTo(
                    """
                            {"attachments": [{"number": 1, "within": null, "remark": null},
                              {"number": 2, "remark": "Filen er ikke åpnet. Den er ødelagt, eller av et slag vi ikke kjenner."},
                              {"number": 3, "name": "logg.txt", "size": 3, "within": 1}],
                             "enclosed": [{"attachment": 1, "subject": "Retur", "from": "Kari <kari@bank.no>", "text": "Se vedlegg"}]}""");
        assertThat(this.desk.get().uri("/desk/mails/{id}/attachments/3", forward)).hasStatusOk();
    }

    @Test
    void showsTheHeaderAsItCame() {
        assertThat(this.desk.get().uri("/desk/mails/{id}/header", this.id)).hasStatusOk()
            .bodyJson()
            .extractingPath("$.text")
            .asString()
            .startsWith("From: Kari <kari@bank.no>\nTo: tls@bits.no")
            .endsWith("boundary=x");
    }

    @Test
    void knowsNothingOfOtherMails() {
        assertThat(this.desk.get().uri("/desk/mails/4711")).hasStatus(404);
        assertThat(this.desk.get().uri("/desk/mails/{id}/attachments/3", this.id)).hasStatus(404);
        long plain = this.inbox.stored(MailIntakeTests.mail("Plain"));
        assertThat(this.desk.get().uri("/desk/mails/{id}/html", plain)).hasStatus(404);
    }

}
