package no.bits.tls.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a mail server of the tests behaves; a good one until told otherwise.
 *
 * @param answers its answer to each command; the banner's is called {@code banner}
 * @param tls how it shakes hands
 * @param fault what it does instead of an answer
 * @param at the command at which it does that
 */
record Script(Map<String, String> answers, Tls tls, @Nullable Fault fault, String at) {

    static Script with(Tls tls) {
        Map<String, String> answers = new HashMap<>();
        answers.put("banner", "220 mx ESMTP lab");
        answers.put("EHLO", "250-mx\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 8BITMIME");
        answers.put("STARTTLS", "220 2.0.0 Go ahead");
        answers.put("EHLO inside", "250-mx\r\n250 8BITMIME");
        answers.put("QUIT", "221 2.0.0 Bye");
        return new Script(answers, tls, null, "");
    }

    static Script with(Identity identity, String... protocols) {
        return with(new JavaTls(List.of(identity), protocols));
    }

    Script saying(String command, String answer) {
        Map<String, String> changed = new HashMap<>(this.answers);
        changed.put(command, answer);
        return new Script(changed, this.tls, this.fault, this.at);
    }

    Script doing(Fault fault, String command) {
        return new Script(this.answers, this.tls, fault, command);
    }

    /** What a server does instead of an answer. */
    enum Fault {

        /** Nothing, for ever. */
        HANG,

        /** Closes the connection. */
        CUT,

        /** Sends a byte now and then, for ever. */
        DRIP,

        /** Answers after a while. */
        SLOW,

        /** Sends one line without end. */
        FLOOD

    }

    /** How a server shakes hands. */
    interface Tls {

        /** The two directions inside TLS; nothing where it comes to nothing. */
        @Nullable Inside handshake(java.net.Socket socket) throws IOException;

    }

    /**
     * The two directions of a connection.
     *
     * @param in what the client says
     * @param out what the server says
     */
    record Inside(InputStream in, OutputStream out) {
    }

}
