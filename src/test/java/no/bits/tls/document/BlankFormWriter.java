package no.bits.tls.document;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.xml.bind.JAXBException;
import no.bits.tls.document.BlankForm.Question;
import org.docx4j.XmlUtils;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;
import org.docx4j.wml.Document;
import org.docx4j.wml.Styles;

import org.springframework.web.util.HtmlUtils;

/** Writes a blank form as a docx that is pleasant to fill in with Word or LibreOffice. */
final class BlankFormWriter {

    private static final String NAMESPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static final String BLUE = "1F3A5F";

    private static final String GREY = "6B7280";

    private static final String LINE = "C9D1DA";

    private final BlankForm form;

    private BlankFormWriter(BlankForm form) {
        this.form = form;
    }

    /**
     * Writes a form.
     * @param form its words
     * @return the docx
     */
    static byte[] write(BlankForm form) {
        try {
            BlankFormWriter writer = new BlankFormWriter(form);
            WordprocessingMLPackage file = WordprocessingMLPackage.createPackage();
            StyleDefinitionsPart styles = file.getMainDocumentPart().getStyleDefinitionsPart();
            styles.setJaxbElement((Styles) XmlUtils.unmarshalString(writer.styles()));
            file.getMainDocumentPart().setJaxbElement((Document) XmlUtils.unmarshalString(writer.document()));
            file.getDocPropsCorePart().getContents().setCreator(null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.save(bytes);
            return bytes.toByteArray();
        }
        catch (Docx4JException | JAXBException ex) {
            throw new IllegalStateException("The form %s cannot be written".formatted(form.fileName()), ex);
        }
    }

    private String styles() {
        return """
                <w:styles %s><w:docDefaults><w:rPrDefault><w:rPr>
                <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>
                <w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="%s"/></w:rPr></w:rPrDefault>
                <w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
                <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
                <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>
                <w:pPr><w:spacing w:before="60" w:after="120"/></w:pPr>
                <w:rPr><w:b/><w:color w:val="%s"/><w:sz w:val="36"/></w:rPr></w:style>
                <w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>
                <w:rPr><w:color w:val="%s"/></w:rPr></w:style></w:styles>"""
            .formatted(NAMESPACE, this.form.language(), BLUE, GREY);
    }

    private String document() {
        return "<w:document " + NAMESPACE + "><w:body>"
                + paragraph("w:after=\"0\"", run("<w:b/><w:color w:val=\"%s\"/>".formatted(GREY), schemeName()))
                + "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + run("", this.form.title()) + "</w:p>"
                + paragraph("w:after=\"240\"", run("", this.form.introduction())) + table(this.form.questions())
                + statement()
                + paragraph("w:before=\"280\"",
                        run("<w:color w:val=\"%s\"/><w:sz w:val=\"20\"/>".formatted(GREY), this.form.sending()))
                + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1134\" w:right=\"1247\" w:bottom=\"1134\" w:left=\"1247\" "
                + "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
    }

    private String schemeName() {
        return this.form.language().startsWith("nb") ? "Tvungen TLS · Bits AS" : "Forced TLS · Bits AS";
    }

    private String statement() {
        return this.form.statement().isEmpty() ? ""
                : paragraph("w:before=\"240\" w:after=\"240\"", run("", this.form.statement()))
                        + table(this.form.closing());
    }

    private String table(List<Question> questions) {
        String border = "w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"%s\"/>".formatted(LINE);
        String borders = List.of("top", "left", "bottom", "right", "insideH", "insideV")
            .stream()
            .map((edge) -> "<w:" + edge + " " + border)
            .collect(Collectors.joining());
        return "<w:tbl><w:tblPr><w:tblW w:w=\"9412\" w:type=\"dxa\"/><w:tblBorders>" + borders
                + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"85\" w:type=\"dxa\"/>"
                + "<w:left w:w=\"113\" w:type=\"dxa\"/><w:bottom w:w=\"85\" w:type=\"dxa\"/>"
                + "<w:right w:w=\"113\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                + "<w:tblGrid><w:gridCol w:w=\"3402\"/><w:gridCol w:w=\"6010\"/></w:tblGrid>"
                + questions.stream().map(this::row).collect(Collectors.joining()) + "</w:tbl>";
    }

    private String row(Question question) {
        boolean signature = question.field() == FormField.SIGNATURE;
        String height = signature ? "1021" : (question.field() == FormField.DOMAIN) ? "850" : "454";
        return "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"" + height + "\" w:hRule=\"atLeast\"/></w:trPr>"
                + cell("3402", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF2F6\"/>",
                        run("<w:b/>", question.label()))
                + cell("6010", "", signature ? "" : control(question)) + "</w:tr>";
    }

    private static String cell(String width, String properties, String content) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"%s\" w:type=\"dxa\"/>%s<w:vAlign w:val=\"center\"/></w:tcPr><w:p>%s</w:p></w:tc>"
            .formatted(width, properties, content);
    }

    private String control(Question question) {
        return "<w:sdt><w:sdtPr><w:alias w:val=\"%s\"/><w:tag w:val=\"%s\"/><w:id w:val=\"%d\"/>"
            .formatted(escaped(question.label()), question.field().name(), 52_400 + question.field().ordinal())
                + "<w:lock w:val=\"sdtLocked\"/><w:showingPlcHdr/>" + kind(question.field())
                + "</w:sdtPr><w:sdtContent>" + run("<w:rStyle w:val=\"PlaceholderText\"/>", question.prompt())
                + "</w:sdtContent></w:sdt>";
    }

    private String kind(FormField field) {
        boolean norwegian = this.form.language().startsWith("nb");
        return switch (field) {
            case ENROLMENT_DATE, DECLARATION_DATE ->
                "<w:date><w:dateFormat w:val=\"%s\"/><w:lid w:val=\"%s\"/><w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>"
                    .formatted(norwegian ? "dd.MM.yyyy" : "yyyy-MM-dd", this.form.language());
            case INBOUND_ENFORCEMENT -> "<w:dropDownList><w:listItem w:displayText=\"Ja\" w:value=\"Ja\"/>"
                    + "<w:listItem w:displayText=\"Nei\" w:value=\"Nei\"/></w:dropDownList>";
            case DOMAIN -> "<w:text w:multiLine=\"1\"/>";
            default -> "<w:text/>";
        };
    }

    private static String paragraph(String spacing, String content) {
        return "<w:p><w:pPr><w:spacing %s/></w:pPr>%s</w:p>".formatted(spacing, content);
    }

    private static String run(String properties, String text) {
        return "<w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>".formatted(properties, escaped(text));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

}
