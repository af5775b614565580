package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.inbox.IncomingMail.Attachment;
import no.bits.tls.inbox.IncomingMail.Enclosed;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.PropertiesChunk;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * A mail as Outlook saves it: a file system in a file, whose claimed sizes are added up
 * before anything is read, since many of its files can lie in the same place.
 */
final class OutlookMail {

    private static final int SECTOR_SHIFT = 0x1E;

    private static final int TABLES = 0x2C;

    private static final int EMBEDDED_HEADER = 24;

    private static final int RESERVED = 8;

    private static final Pattern TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}");

    private final MAPIMessage message;

    private OutlookMail(MAPIMessage message) {
        this.message = message;
        message.setReturnNullOnMissingChunk(true);
        message.guess7BitEncoding();
    }

    static Contents open(Attachment file, Budget budget) throws IOException, ChunkNotFoundException {
        requireRoomForTables(ByteBuffer.wrap(file.content()).order(ByteOrder.LITTLE_ENDIAN), budget);
        try (POIFSFileSystem disk = new POIFSFileSystem(new ByteArrayInputStream(file.content()));
                MAPIMessage message = new MAPIMessage(sized(disk, budget))) {
            OutlookMail mail = new OutlookMail(message);
            return Contents.of(mail.enclosed(file.number()), mail.files(budget));
        }
    }

    /** POI makes room at once for all that the allocation tables could tell of. */
    private static void requireRoomForTables(ByteBuffer header, Budget budget) {
        int shift = Math.min(header.getShort(SECTOR_SHIFT), Short.SIZE) & (Short.SIZE - 1);
        long told = Integer.toUnsignedLong(header.getInt(TABLES)) << (2 * shift - 2);
        Budget.require(told <= budget.room(), budget::tooMuch);
    }

    private static DirectoryNode sized(POIFSFileSystem disk, Budget budget) {
        Budget.require(size(disk.getRoot()) <= budget.room(), budget::tooMuch);
        return disk.getRoot();
    }

    private static long size(DirectoryEntry directory) {
        long size = 0;
        for (Entry entry : directory) {
            size += (entry instanceof DirectoryEntry inner) ? size(inner)
                    : (entry instanceof DocumentEntry file) ? Integer.toUnsignedLong(file.getSize()) : 0;
        }
        return size;
    }

    private Enclosed enclosed(int number) throws ChunkNotFoundException {
        return Enclosed.of(number, orEmpty(this.message.getSubject()), from(), text());
    }

    private String from() throws ChunkNotFoundException {
        String name = orEmpty(this.message.getDisplayFrom());
        String address = string(this.message.getMainChunks().getEmailFromChunk()).orElse("");
        return address.contains("@") ? "%s <%s>".formatted(name, address) : name;
    }

    private String text() throws ChunkNotFoundException {
        String text = orEmpty(this.message.getTextBody());
        return text.isBlank() ? HtmlText.of(orEmpty(this.message.getHtmlBody())) : text;
    }

    private List<MailFile> files(Budget budget) throws IOException {
        List<MailFile> files = new ArrayList<>();
        for (AttachmentChunks attached : this.message.getAttachmentFiles()) {
            budget.takePart();
            files.add(attached.isEmbeddedMessage() ? embedded(attached) : file(attached));
        }
        return files;
    }

    private static MailFile file(AttachmentChunks attached) {
        byte[] content = attached.getEmbeddedAttachmentObject();
        MailFile file = MailFile.named(name(attached), (content != null) ? content : new byte[0]);
        return string(attached.getAttachMimeTag()).map((type) -> type.toLowerCase(Locale.ROOT))
            .filter((type) -> TYPE.matcher(type).matches())
            .map((type) -> new MailFile(file.name(), type, file.content()))
            .orElse(file);
    }

    private static String name(AttachmentChunks attached) {
        return Stream
            .of(attached.getAttachLongFileName(), attached.getAttachFileName(), attached.getAttachDisplayName())
            .flatMap((name) -> string(name).stream())
            .findFirst()
            .orElse("");
    }

    /** A mail, or else an object such as a drawing in the text. */
    private static MailFile embedded(AttachmentChunks attached) throws IOException {
        DirectoryNode directory = attached.getAttachmentDirectory().getDirectory();
        try (POIFSFileSystem disk = new POIFSFileSystem()) {
            EntryUtils.copyNodes(directory, disk.getRoot());
            boolean mail = directory.hasEntryCaseInsensitive(PropertiesChunk.NAME);
            if (mail) {
                disk.createOrUpdateDocument(new ByteArrayInputStream(properties(directory)), PropertiesChunk.NAME);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            disk.writeFilesystem(file);
            return MailFile.named(name(attached) + (mail ? ".msg" : ".ole"), file.toByteArray());
        }
    }

    /** Of a mail on its own they begin with 8 bytes more ([MS-OXMSG] 2.4.1). */
    private static byte[] properties(DirectoryNode directory) throws IOException {
        try (DocumentInputStream embedded = directory.createDocumentInputStream(PropertiesChunk.NAME)) {
            ByteArrayOutputStream properties = new ByteArrayOutputStream();
            properties.write(embedded.readNBytes(EMBEDDED_HEADER));
            properties.write(new byte[RESERVED]);
            embedded.transferTo(properties);
            return properties.toByteArray();
        }
    }

    private static Optional<String> string(@Nullable StringChunk chunk) {
        return Optional.ofNullable(chunk).map(StringChunk::getValue).filter((text) -> !text.isBlank());
    }

    private static String orEmpty(@Nullable String text) {
        return (text != null) ? text : "";
    }

}
