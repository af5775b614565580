package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

import no.bits.tls.inbox.IncomingMail.Attachment;

/** The one file in a gzip file, of which no more comes out than is permitted. */
final class PackedFile {

    private static final int BUFFER = 8192;

    /** Reports of many failures that are alike pack better than anything else. */
    private static final long ALWAYS_PERMITTED = 20_000_000;

    private PackedFile() {
    }

    static Contents open(Attachment file, Budget budget) throws IOException {
        long permitted = Math.max(ALWAYS_PERMITTED, ZippedFiles.permitted(file, budget));
        long room = Math.min(permitted, budget.room());
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(file.content()), BUFFER)) {
            byte[] content = packed.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE));
            Budget.require(content.length <= room,
                    () -> (permitted <= budget.room()) ? ZippedFiles.tooDense(budget) : budget.tooMuch());
            budget.takePart();
            return Contents.of(List.of(MailFile.named(file.fileName().replaceFirst("(?i)\\.gz$", ""), content)));
        }
    }

}
