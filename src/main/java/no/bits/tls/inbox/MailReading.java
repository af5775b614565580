package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/** One pass over the tokens of a mail, from its header to its last part. */
final class MailReading {

    private final Budget budget;

    private final InboxSettings.Limits limits;

    private final MailHeader top = new MailHeader();

    private final List<MailPart> parts = new ArrayList<>();

    private final Deque<Integer> alternatives = new ArrayDeque<>();

    private MailHeader header = this.top;

    private boolean begun;

    private long headerBytes;

    MailReading(Budget budget) {
        this.budget = budget;
        this.limits = budget.limits();
    }

    /**
     * Reads a mail within a mail.
     * @param raw its bytes
     * @param budget what may still be used
     * @return the mail
     * @throws MailBeyondLimits if it is beyond a limit
     */
    static ParsedMail of(byte[] raw, Budget budget) throws MimeException, IOException {
        MailReading reading = new MailReading(budget);
        reading.read(raw);
        return reading.mail(null);
    }

    /**
     * Reads a mail, of which {@link #mail} then tells as much as was read.
     * @param raw its bytes
     * @throws MailBeyondLimits if it is beyond a limit
     */
    void read(byte[] raw) throws MimeException, IOException {
        MimeTokenStream tokens = new MimeTokenStream(config());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(raw));
        try {
            for (EntityState token = tokens.getState(); token != EntityState.T_END_OF_STREAM; token = tokens.next()) {
                read(token, tokens);
            }
        }
        catch (MaxHeaderLimitException | MaxHeaderLengthLimitException ex) {
            throw new MailBeyondLimits(Sentences.headerTooLarge(this.limits.header()));
        }
    }

    private MimeConfig config() {
        return MimeConfig.copy(MimeConfig.PERMISSIVE)
            .setMaxHeaderLen((int) this.limits.header().toBytes())
            .setMaxContentLen(-1)
            .build();
    }

    private void read(EntityState token, MimeTokenStream tokens) throws IOException {
        this.budget.requireTime();
        switch (token) {
            case T_START_HEADER -> beginHeader();
            case T_FIELD -> add(tokens.getField());
            case T_START_MULTIPART -> beginMultipart(tokens.getBodyDescriptor().getMimeType());
            case T_END_MULTIPART -> this.alternatives.pop();
            case T_BODY -> add(tokens);
            default -> {
            }
        }
    }

    ParsedMail mail(@Nullable String defect) {
        return new ParsedMail(this.top, this.parts, List.of(), List.of(), defect);
    }

    private void beginHeader() {
        this.budget.takePart();
        this.header = this.begun ? new MailHeader() : this.top;
        this.begun = true;
        this.headerBytes = 0;
    }

    private void add(Field field) {
        this.headerBytes += field.getRaw().length();
        Budget.require(this.headerBytes <= this.limits.header().toBytes(),
                () -> Sentences.headerTooLarge(this.limits.header()));
        this.header.add(field);
    }

    private void beginMultipart(String type) {
        Budget.require(this.alternatives.size() < this.limits.depth(), () -> Sentences.tooDeep(this.limits.depth()));
        boolean alternative = type.equalsIgnoreCase("multipart/alternative");
        this.alternatives.push(alternative ? this.budget.parts() : around());
    }

    private void add(MimeTokenStream tokens) throws IOException {
        String type = tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        this.parts.add(new MailPart(this.header, type, content(tokens), around()));
    }

    private static byte[] content(MimeTokenStream tokens) throws IOException {
        return MimeUtil.isBase64Encoding(tokens.getBodyDescriptor().getTransferEncoding())
                ? decoded(tokens.getInputStream().readAllBytes()) : tokens.getDecodedInputStream().readAllBytes();
    }

    /** Well-formed base64 the quick way, anything else as far as it goes. */
    private static byte[] decoded(byte[] base64) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        }
        catch (IllegalArgumentException ex) {
            return new Base64InputStream(new ByteArrayInputStream(base64), DecodeMonitor.SILENT).readAllBytes();
        }
    }

    private int around() {
        return this.alternatives.isEmpty() ? 0 : this.alternatives.peek();
    }

}
