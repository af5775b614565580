package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Packs files as zip programs, Exchange and Outlook do. */
final class TestContainers {

    private TestContainers() {
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(MailFile... files) {
        return zip(StandardCharsets.UTF_8, files);
    }

    static byte[] zip(Charset names, MailFile... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (MailFile file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.content());
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

    /** A {@code winmail.dat} after [MS-OXTNEF]. */
    static byte[] winmail(MailFile... files) {
        ByteBuffer tnef = little(10_000 + Arrays.stream(files).mapToInt((file) -> 1000 + file.content().length).sum());
        tnef.putInt(0x223E9F78).putShort((short) 1);
        attribute(tnef, 1, 0x00078008, "IPM.Microsoft Mail.Note\0".getBytes(StandardCharsets.US_ASCII));
        for (MailFile file : files) {
            attribute(tnef, 2, 0x00069002, new byte[14]);
            attribute(tnef, 2, 0x00018010, "SHORT~1.DOC\0".getBytes(StandardCharsets.US_ASCII));
            attribute(tnef, 2, 0x0006800F, file.content());
            attribute(tnef, 2, 0x00069005,
                    property(0x3707001F, (file.name() + "\0").getBytes(StandardCharsets.UTF_16LE)));
        }
        return Arrays.copyOf(tnef.array(), tnef.position());
    }

    /** One that holds another as an embedded mail. */
    static byte[] winmailWithMail(byte[] inner) {
        ByteBuffer tnef = little(10_000 + inner.length);
        tnef.putInt(0x223E9F78).putShort((short) 1);
        attribute(tnef, 2, 0x00069002, new byte[14]);
        byte[] object = ByteBuffer.allocate(16 + inner.length).put(new byte[16]).put(inner).array();
        attribute(tnef, 2, 0x00069005, property(0x3701000D, object));
        return Arrays.copyOf(tnef.array(), tnef.position());
    }

    static byte[] winmailWithProperties(int bytes) {
        ByteBuffer tnef = little(100 + bytes);
        tnef.putInt(0x223E9F78).putShort((short) 1);
        attribute(tnef, 1, 0x00069003, new byte[bytes]);
        return Arrays.copyOf(tnef.array(), tnef.position());
    }

    private static byte[] property(int tag, byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        return little(16 + padded).putInt(1)
            .putShort((short) tag)
            .putShort((short) (tag >> 16))
            .putInt(1)
            .putInt(value.length)
            .put(value)
            .array();
    }

    private static void attribute(ByteBuffer tnef, int level, int id, byte[] data) {
        int sum = 0;
        for (byte one : data) {
            sum += one & 0xFF;
        }
        tnef.put((byte) level).putInt(id).putInt(data.length).put(data).putShort((short) sum);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A mail as Outlook saves it, after [MS-OXMSG]. */
    static byte[] outlook(String subject, String text, MailFile... files) {
        try (POIFSFileSystem disk = new POIFSFileSystem()) {
            fill(disk.getRoot(), 32, subject, text, files);
            return bytes(disk);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** One to which another, without a file of its own, is attached. */
    static byte[] outlookWithMail(String subject, String innerSubject, String innerText, MailFile... files) {
        try (POIFSFileSystem disk = new POIFSFileSystem()) {
            fill(disk.getRoot(), 32, subject, "Se vedlegg");
            DirectoryEntry attached = disk.getRoot().createDirectory("__attach_version1.0_#00000000");
            put(attached, "__properties_version1.0", new byte[8]);
            put(attached, "__substg1.0_3001001F", utf16(innerSubject));
            fill(attached.createDirectory("__substg1.0_3701000D"), 24, innerSubject, innerText, files);
            return bytes(disk);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void fill(DirectoryEntry directory, int header, String subject, String text, MailFile... files)
            throws IOException {
        put(directory, "__properties_version1.0", new byte[header]);
        put(directory, "__substg1.0_0037001F", utf16(subject));
        put(directory, "__substg1.0_1000001F", utf16(text));
        put(directory, "__substg1.0_0C1A001F", utf16("Åse Øst"));
        put(directory, "__substg1.0_0C1F001F", utf16("ase@bank.no"));
        for (int number = 0; number < files.length; number++) {
            DirectoryEntry attached = directory.createDirectory("__attach_version1.0_#%08X".formatted(number));
            put(attached, "__properties_version1.0", new byte[8]);
            put(attached, "__substg1.0_3707001F", utf16(files[number].name()));
            put(attached, "__substg1.0_370E001F", utf16(files[number].type()));
            put(attached, "__substg1.0_37010102", files[number].content());
        }
    }

    private static void put(DirectoryEntry directory, String name, byte[] content) throws IOException {
        directory.createDocument(name, new ByteArrayInputStream(content));
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] bytes(POIFSFileSystem disk) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        disk.writeFilesystem(bytes);
        return bytes.toByteArray();
    }

}
