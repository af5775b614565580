package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import no.bits.tls.inbox.IncomingMail.Attachment;

/**
 * The files in a zip file, read from its front as they come, so that nothing that it says
 * about itself is believed.
 */
final class ZippedFiles {

    private static final long ALWAYS_PERMITTED = 1_000_000;

    private static final Charset DOS = Charset.forName("IBM850");

    private final Budget budget;

    private final long permitted;

    private final List<MailFile> files = new ArrayList<>();

    private int entries;

    private long unpacked;

    private ZippedFiles(Attachment file, Budget budget) {
        this.budget = budget;
        this.permitted = permitted(file, budget);
    }

    static Contents open(Attachment file, Budget budget) throws IOException {
        ZippedFiles zipped = new ZippedFiles(file, budget);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content()),
                StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zipped.add(entry, zip);
            }
        }
        catch (ZipException ex) {
            Budget.require(!String.valueOf(ex.getMessage()).contains("encrypted"), () -> Sentences.PASSWORD);
            throw ex;
        }
        if (zipped.entries == 0) {
            throw new ZipException("There is no entry at the start");
        }
        return Contents.of(zipped.files);
    }

    private void add(ZipEntry entry, ZipInputStream zip) throws IOException {
        int most = this.budget.limits().containers().entries();
        this.entries++;
        Budget.require(this.entries <= most, () -> Sentences.tooManyFiles(most));
        byte[] content = read(zip);
        if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
            this.budget.takePart();
            this.files.add(MailFile.named(name(entry.getName()), content));
        }
    }

    private byte[] read(ZipInputStream zip) throws IOException {
        long room = Math.min(this.permitted, this.budget.room()) - this.unpacked;
        byte[] content = zip.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE));
        this.unpacked += content.length;
        Budget.require(content.length <= room, tooMuch());
        return content;
    }

    /** How many bytes may come out of a file. */
    static long permitted(Attachment file, Budget budget) {
        return Math.max(ALWAYS_PERMITTED, (long) file.content().length * budget.limits().containers().ratio());
    }

    static Sentence tooDense(Budget budget) {
        return Sentences.tooDense(budget.limits().containers().ratio());
    }

    private Supplier<Sentence> tooMuch() {
        return (this.permitted <= this.budget.room()) ? () -> tooDense(this.budget) : this.budget::tooMuch;
    }

    /** Decoded: marked as UTF-8, UTF-8 without a mark, or as DOS wrote it. */
    private static String name(String latin) {
        if (latin.chars().anyMatch((character) -> character > 0xFF)) {
            return latin;
        }
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        String name = MailCharset.decode(bytes, null);
        boolean dos = latin.chars().anyMatch((character) -> character >= 0x80 && character < 0xA0);
        return (dos && !name.equals(new String(bytes, StandardCharsets.UTF_8))) ? new String(bytes, DOS) : name;
    }

}
