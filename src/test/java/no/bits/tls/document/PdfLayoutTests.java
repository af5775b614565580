package no.bits.tls.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import no.bits.tls.document.DocumentReading.Kind;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms in PDF: labels and answers paired by where they stand. */
class PdfLayoutTests {

    private final Documents documents = new Documents(TestSettings.DEFAULT);

    @Test
    void readsColumnsWithAnswersBrokenOverLines() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
                text.setFont(new PDType1Font(FontName.HELVETICA), 11);
                write(text, 60, 780, "Appendix 2");
                write(text, 60, 740, "Org.no.");
                write(text, 300, 740, "916 960 190");
                write(text, 60, 720, "Administrator e-mail");
                write(text, 300, 720, "forced-tls-");
                write(text, 300, 707, "admin@verylongbankname.exampl");
                write(text, 300, 694, "e");
                write(text, 60, 674, "Name of administrator");
                write(text, 300, 674, "Kari");
                write(text, 323, 674, "Nordmann");
                write(text, 60, 654, "Forced TLS Domain(s)");
                write(text, 300, 654, "bank.example");
                write(text, 300, 641, "kunde.bank.example");
                write(text, 60, 621, "Requirement 5.2.4 support");
                write(text, 300, 621, "No");
                write(text, 60, 40, "Requirements - Forced TLS");
                write(text, 520, 40, "1");
            }
            DocumentReading reading = this.documents.read("appendix.pdf", bytes(pdf));
            assertThat(reading.kind()).isEqualTo(Kind.READ);
            assertThat(reading.appendices()).containsExactly(Appendix.COMPANY_FORM);
            assertThat(reading.fields()).extracting((field) -> field.field() + "=" + field.value())
                .containsExactly("ORGANISATION_NUMBER=916960190",
                        "ADMINISTRATOR_EMAIL=forced-tls-admin@verylongbankname.example",
                        "ADMINISTRATOR_NAME=Kari Nordmann", "DOMAIN=bank.example", "DOMAIN=kunde.bank.example",
                        "INBOUND_ENFORCEMENT=Nei");
        }
    }

    private static void write(PDPageContentStream page, float x, float y, String words) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, y);
        page.showText(words);
        page.endText();
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

}
