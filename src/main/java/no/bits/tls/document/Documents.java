package no.bits.tls.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Kind;
import no.bits.tls.document.DocumentReading.Remark;

import org.springframework.stereotype.Service;

/** Reads what people attach to their mails, and never lets it do anything. */
@Service
public class Documents {

    private final DocumentSettings settings;

    Documents(DocumentSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads one attached file by what it says, whatever its layout. Never throws for its
     * content, and gives up after {@code backoffice.document.time-limit}.
     * <p>
     * Organisation numbers are nine digits even where the check digit is wrong, then not
     * understood. A field with several answers (domains, addresses) gives a reading for
     * each, a field that both forms have one for each form.
     * @param fileName its name in the mail
     * @param content its bytes
     * @return what it holds
     */
    public DocumentReading read(String fileName, byte[] content) {
        FutureTask<DocumentReading> reading = new FutureTask<>(() -> readWhatever(fileName, content));
        Thread thread = new Thread(reading, "document-reading");
        thread.setDaemon(true);
        thread.start();
        try {
            return reading.get(this.settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (TimeoutException ex) {
            reading.cancel(true);
            return unreadable(fileName, UnreadableDocument.tooLarge("Reading the file takes too long").remark());
        }
        catch (ExecutionException ex) {
            return unreadable(fileName, UnreadableDocument.damaged("The file cannot be read").remark());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The reading of %s was interrupted".formatted(fileName), ex);
        }
    }

    private DocumentReading readWhatever(String fileName, byte[] content) {
        try {
            return switch (FileType.of(fileName, content)) {
                case ZIP -> readZip(fileName, content);
                case PDF -> readShown(fileName, PdfReader.read(content, this.settings));
                case OLE2 -> readOle2(fileName, content);
                case PICTURE -> readPicture(fileName, content);
                case TEXT -> forAPerson(fileName);
                case BROKEN -> throw UnreadableDocument.damaged("The file is not what its name says");
                case OTHER -> reading(fileName, Kind.IRRELEVANT);
            };
        }
        catch (UnreadableDocument ex) {
            return unreadable(fileName, ex.remark());
        }
    }

    private DocumentReading readZip(String fileName, byte[] content) {
        WordPackage file = WordPackage.open(content, this.settings);
        if (file.isWord()) {
            return readShown(fileName, WordReader.read(file));
        }
        if (file.isOtherDocument() || fileName.matches("(?i).*\\.zip")) {
            return forAPerson(fileName);
        }
        throw UnreadableDocument.damaged("The file is not what its name says");
    }

    private DocumentReading readShown(String fileName, Shown shown) {
        if (shown.isBeyond(this.settings)) {
            return new DocumentReading(fileName, Kind.FOR_A_PERSON, EnumSet.noneOf(Appendix.class), List.of(),
                    List.of(new Remark(Code.TOO_LARGE, "More text than a form holds")));
        }
        if (shown.holdsText()) {
            return ReadForms.read(fileName, shown);
        }
        boolean picture = shown.holdsPicture();
        List<Remark> remarks = new ArrayList<>(shown.remarks());
        if (picture) {
            remarks.add(new Remark(Code.IMAGE_ONLY, "No text, only a picture"));
        }
        boolean person = picture || !remarks.isEmpty();
        return new DocumentReading(fileName, person ? Kind.FOR_A_PERSON : Kind.READ, EnumSet.noneOf(Appendix.class),
                List.of(), remarks);
    }

    private static DocumentReading readOle2(String fileName, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains("EncryptedPackage") || text.contains("EncryptionInfo")) {
            throw UnreadableDocument.encrypted();
        }
        return forAPerson(fileName);
    }

    private DocumentReading readPicture(String fileName, byte[] content) {
        boolean scan = content.length >= this.settings.smallestScan().toBytes();
        return scan ? new DocumentReading(fileName, Kind.FOR_A_PERSON, EnumSet.noneOf(Appendix.class), List.of(),
                List.of(new Remark(Code.IMAGE_ONLY, "A picture"))) : reading(fileName, Kind.IRRELEVANT);
    }

    private static DocumentReading forAPerson(String fileName) {
        return reading(fileName, Kind.FOR_A_PERSON);
    }

    private static DocumentReading reading(String fileName, Kind kind) {
        return new DocumentReading(fileName, kind, EnumSet.noneOf(Appendix.class), List.of(), List.of());
    }

    private static DocumentReading unreadable(String fileName, Remark remark) {
        return new DocumentReading(fileName, Kind.UNREADABLE, EnumSet.noneOf(Appendix.class), List.of(),
                List.of(remark));
    }

}
