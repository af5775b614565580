package no.bits.tls.tls;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The first message of a TLS handshake as clients sent it before TLS 1.3, made by hand:
 * with it a server says which version it speaks, without any cryptography and without
 * letting this JVM speak old versions (RFC 4346, 7.4.1.2; RFC 5246).
 *
 * @param version the newest version that the client offers
 */
record ClientHello(int version) {

    static final int TLS_1_1 = 0x0302;

    static final int TLS_1_2 = 0x0303;

    static final String PROTOCOL_VERSION = "alert 70";

    private static final Map<Integer, String> VERSIONS = Map.of(0x0300, "SSL 3.0", 0x0301, "TLS 1.0", TLS_1_1,
            "TLS 1.1", TLS_1_2, "TLS 1.2");

    private static final int ALERT = 21;

    private static final int HANDSHAKE = 22;

    private static final byte[] CIPHER_SUITES = HexFormat.of()
        .parseHex("c02bc02fc02cc030cca9cca8009e009fc009c013c00ac014c023c0270033003900670016009c009d003c002f0035000a"
                + "00050004");

    private static final String GROUPS_AND_SIGNATURES = "000a0008000600170018001d" + "000b00020100"
            + "000d00140012040105010601040305030603020102030202";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The message in its record. */
    byte[] bytes(String host) {
        byte[] body = handshake(host);
        return write((record) -> {
            record.writeByte(HANDSHAKE);
            record.writeShort(0x0301);
            record.writeShort(body.length);
            record.write(body);
        });
    }

    /**
     * What a server says to it.
     * @param in what it sends
     * @return the version that it chooses, for example {@code TLS 1.0}, or
     * {@code alert 70}, or nothing where it is neither
     * @throws IOException if it sends nothing
     */
    static Optional<String> answer(InputStream in) throws IOException {
        DataInputStream record = new DataInputStream(in);
        int type = record.readUnsignedByte();
        record.skipNBytes(4);
        if (type == ALERT) {
            record.skipNBytes(1);
            return Optional.of("alert " + record.readUnsignedByte());
        }
        if (type != HANDSHAKE) {
            return Optional.empty();
        }
        record.skipNBytes(4);
        return Optional.ofNullable(VERSIONS.get(record.readUnsignedShort()));
    }

    private byte[] handshake(String host) {
        byte[] hello = write((out) -> {
            out.writeShort(this.version);
            byte[] random = new byte[32];
            RANDOM.nextBytes(random);
            out.write(random);
            out.writeByte(0);
            out.writeShort(CIPHER_SUITES.length);
            out.write(CIPHER_SUITES);
            out.write(new byte[] { 1, 0 });
            byte[] extensions = extensions(host);
            out.writeShort(extensions.length);
            out.write(extensions);
        });
        return write((out) -> {
            out.writeInt(0x01000000 | hello.length);
            out.write(hello);
        });
    }

    private static byte[] extensions(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        return write((out) -> {
            out.writeShort(0);
            out.writeShort(name.length + 5);
            out.writeShort(name.length + 3);
            out.writeByte(0);
            out.writeShort(name.length);
            out.write(name);
            out.write(HexFormat.of().parseHex(GROUPS_AND_SIGNATURES));
        });
    }

    private static byte[] write(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            part.writeTo(new DataOutputStream(bytes));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

    /** A part of the message. */
    private interface Part {

        void writeTo(DataOutputStream out) throws IOException;

    }

}
