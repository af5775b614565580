package no.bits.tls.tls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answers of an SMTP server; lines end at 2 kB, answers at 64 kB. */
final class ReplyReader {

    private static final int LONGEST_LINE = 2 * 1024;

    private static final int LONGEST_REPLY = 64 * 1024;

    private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d)(?:([ -])(.*))?", Pattern.DOTALL);

    private final InputStream in;

    private final byte[] buffer = new byte[4096];

    private int position;

    private int limit;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads one answer.
     * @return the answer
     * @throws NotSmtp if it is none
     * @throws EOFException if the connection ends before it does
     * @throws IOException if the connection breaks or the server is silent
     */
    SmtpReply read() throws IOException {
        List<String> lines = new ArrayList<>();
        int size = 0;
        while (true) {
            String line = line();
            size += line.length();
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw NotSmtp.saying(line);
            }
            if (size > LONGEST_REPLY) {
                throw NotSmtp.beyondLimits();
            }
            lines.add(Quote.of(parts.group(3) == null ? "" : parts.group(3)));
            if (!"-".equals(parts.group(2))) {
                return new SmtpReply(Integer.parseInt(parts.group(1)), lines);
            }
        }
    }

    /**
     * Throws away what is there already but nobody waits for.
     * @return whether there was something
     * @throws IOException if the connection breaks
     */
    boolean discardWaiting() throws IOException {
        boolean waiting = this.position < this.limit || this.in.available() > 0;
        this.position = this.limit;
        this.in.skipNBytes(this.in.available());
        return waiting;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = next(); next != '\n'; next = next()) {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw NotSmtp.beyondLimits();
            }
        }
        return line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
    }

    private int next() throws IOException {
        if (this.position == this.limit) {
            this.limit = this.in.read(this.buffer);
            this.position = 0;
            if (this.limit < 0) {
                this.limit = 0;
                throw new EOFException("The server closed the connection");
            }
        }
        return this.buffer[this.position++];
    }

}
