package no.bits.tls.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Remark;
import org.docx4j.XmlUtils;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.Document;
import org.docx4j.wml.P;
import org.docx4j.wml.SdtElement;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.Tc;
import org.docx4j.wml.Tr;

/** Reads what a Word document (docx) shows: paragraphs and tables as rows. */
final class WordReader {

    private static final int EXPANDED_LINES = 4;

    private static final Pattern REMOTE_FIELD = Pattern
        .compile("\\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK)\\b");

    private final List<Row> rows = new ArrayList<>();

    private final WordNotes notes;

    private WordReader(WordNotes notes) {
        this.notes = notes;
    }

    /**
     * Reads the main document part.
     * @param file the checked package
     * @return what it shows
     * @throws UnreadableDocument where its XML is broken
     */
    static Shown read(WordPackage file) {
        WordNotes notes = new WordNotes();
        WordReader reader = new WordReader(notes);
        reader.readBlocks(body(file));
        List<Remark> remarks = new ArrayList<>(file.remarks());
        if (notes.tracked) {
            remarks.add(new Remark(Code.TRACKED_CHANGES, "Read as if all changes were accepted"));
        }
        if (REMOTE_FIELD.matcher(notes.instructions).find()) {
            remarks.add(new Remark(Code.EXTERNAL_REFERENCE, "A field that fetches from elsewhere, not fetched"));
        }
        return new Shown(reader.rows, file.isSigned(), remarks);
    }

    private static List<Object> body(WordPackage file) {
        try {
            Object root = XmlUtils.unwrap(Context.jc.createUnmarshaller().unmarshal(file.document()));
            if (root instanceof Document document && document.getBody() != null) {
                return document.getBody().getContent();
            }
        }
        catch (JAXBException | XMLStreamException ex) {
            throw UnreadableDocument.damaged("The text of the file is damaged");
        }
        throw UnreadableDocument.damaged("The file holds no document");
    }

    private void readBlocks(List<Object> blocks) {
        for (Object block : blocks) {
            if (this.notes.isRemoved(block)) {
                continue;
            }
            Object content = (block instanceof JAXBElement<?> element) ? element.getValue() : block;
            if (content instanceof P paragraph) {
                readParagraph(paragraph);
            }
            else if (content instanceof Tbl table) {
                readTable(table.getContent());
            }
            else {
                readBlocks(WordText.childrenOf(content));
            }
        }
    }

    private void readParagraph(P paragraph) {
        WordText text = new WordText(this.notes, paragraph);
        for (String line : text.toString().split("\n")) {
            this.rows.add(Row.ofLine(line));
        }
        text.boxes().forEach(this::readBlocks);
    }

    private void readTable(List<Object> content) {
        for (Object item : content) {
            Object row = XmlUtils.unwrap(item);
            if (row instanceof Tr tr) {
                if (!isDeleted(tr)) {
                    readRow(tr);
                }
            }
            else {
                readTable(WordText.childrenOf(row));
            }
        }
    }

    private boolean isDeleted(Tr row) {
        boolean deleted = row.getTrPr() != null && row.getTrPr()
            .getCnfStyleOrDivIdOrGridBefore()
            .stream()
            .anyMatch((property) -> property.getName().getLocalPart().equals("del"));
        this.notes.tracked |= deleted;
        return deleted;
    }

    private void readRow(Tr row) {
        List<Tc> cells = new ArrayList<>();
        collectCells(row.getContent(), cells);
        List<Cell> shown = new ArrayList<>();
        List<Tc> layout = new ArrayList<>();
        int column = 0;
        for (Tc cell : cells) {
            int span = WordText.spanOf(cell);
            boolean nested = holdsTable(cell.getContent());
            shown.add(new Cell(column, column + span, nested ? "" : textOf(cell)));
            if (nested) {
                layout.add(cell);
            }
            column += span;
        }
        addRow(new Row(shown), cells);
        layout.forEach((cell) -> readBlocks(cell.getContent()));
    }

    /** A row with a single long cell is layout: its paragraphs are rows of their own. */
    private void addRow(Row row, List<Tc> cells) {
        boolean one = row.only().isPresent();
        boolean tall = one && row.only().get().text().lines().count() >= EXPANDED_LINES;
        if (tall || (one && cells.size() == 1)) {
            row.only().get().text().lines().forEach((line) -> this.rows.add(Row.ofLine(line)));
        }
        else if (!row.cells().isEmpty()) {
            this.rows.add(new Row(row.cells().stream().map(WordReader::untabbed).toList()));
        }
    }

    private static Cell untabbed(Cell cell) {
        return new Cell(cell.left(), cell.right(), cell.text().replace('\t', ' '));
    }

    private static void collectCells(List<Object> content, List<Tc> cells) {
        for (Object item : content) {
            Object cell = XmlUtils.unwrap(item);
            if (cell instanceof Tc tc) {
                cells.add(tc);
            }
            else if (cell instanceof SdtElement || WordText.isContainer(cell)) {
                collectCells(WordText.childrenOf(cell), cells);
            }
        }
    }

    private static boolean holdsTable(List<Object> content) {
        return content.stream()
            .map(XmlUtils::unwrap)
            .anyMatch((block) -> (block instanceof Tbl table) ? !isSingleCell(table)
                    : (block instanceof SdtElement && holdsTable(WordText.childrenOf(block))));
    }

    private static boolean isSingleCell(Tbl table) {
        List<Tc> cells = new ArrayList<>();
        for (Object row : table.getContent()) {
            if (XmlUtils.unwrap(row) instanceof Tr tr) {
                collectCells(tr.getContent(), cells);
            }
        }
        return cells.size() == 1 && !holdsTable(cells.get(0).getContent());
    }

    private String textOf(Tc cell) {
        WordReader inside = new WordReader(this.notes);
        inside.readBlocks(cell.getContent());
        StringBuilder text = new StringBuilder();
        inside.rows.forEach((row) -> text.append(text.isEmpty() ? "" : "\n").append(row.text()));
        return text.toString().strip();
    }

}
