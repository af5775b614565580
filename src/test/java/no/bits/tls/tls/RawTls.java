package no.bits.tls.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** What the JDK cannot serve any more: the first record of a handshake, made by hand. */
final class RawTls implements Script.Tls {

    private final int version;

    private final boolean alerts;

    private final int alert;

    private RawTls(int version, boolean alerts, int alert) {
        this.version = version;
        this.alerts = alerts;
        this.alert = alert;
    }

    /** Speaks this version and no newer; says so with an alert to who wants better. */
    static RawTls only(int version) {
        return new RawTls(version, true, 70);
    }

    /** The same, but old software that just answers in its own version. */
    static RawTls stubborn(int version) {
        return new RawTls(version, false, 70);
    }

    /** Breaks every handshake off with an alert. */
    static RawTls alerting(int alert) {
        return new RawTls(0, true, alert);
    }

    /** Breaks every handshake off without a word. */
    static RawTls cutting() {
        return new RawTls(0, false, 0);
    }

    @Override
    public Script.@Nullable Inside handshake(Socket socket) throws IOException {
        int offered = offered(new DataInputStream(socket.getInputStream()));
        if (this.alerts && (this.version == 0 || offered > 0x0302)) {
            socket.getOutputStream().write(HexFormat.of().parseHex("150301000202%02x".formatted(this.alert)));
        }
        else if (this.version > 0) {
            String body = "%04x".formatted(this.version) + "00".repeat(32) + "00" + "002f" + "00";
            socket.getOutputStream()
                .write(HexFormat.of()
                    .parseHex("16%04x%04x02%06x%s".formatted(this.version, body.length() / 2 + 4, body.length() / 2,
                            body)));
        }
        return null;
    }

    private static int offered(DataInputStream in) throws IOException {
        in.skipNBytes(3);
        byte[] record = in.readNBytes(in.readUnsignedShort());
        return (record[4] & 0xff) << 8 | record[5] & 0xff;
    }

}
