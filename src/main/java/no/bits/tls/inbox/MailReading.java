package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/** One pass over the tokens of a mail, from its header to its last part. */
final class MailReading {

    private final InboxSettings.Limits limits;

    private final long start = System.nanoTime();

    private final MailHeader top = new MailHeader();

    private final List<MailPart> parts = new ArrayList<>();

    private final Deque<Integer> alternatives = new ArrayDeque<>();

    private MailHeader header = this.top;

    private long headerBytes;

    private int entities;

    private int groups;

    MailReading(InboxSettings.Limits limits) {
        this.limits = limits;
    }

    void read(EntityState token, MimeTokenStream tokens) throws IOException {
        require(System.nanoTime() - this.start < this.limits.time().toNanos(),
                () -> Sentences.tooSlow(this.limits.time().toSeconds()));
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
        return new ParsedMail(this.top, this.parts, defect);
    }

    private void beginHeader() {
        this.entities++;
        require(this.entities <= this.limits.parts(), () -> Sentences.tooManyParts(this.limits.parts()));
        this.header = (this.entities == 1) ? this.top : new MailHeader();
        this.headerBytes = 0;
    }

    private void add(Field field) {
        this.headerBytes += field.getRaw().length();
        require(this.headerBytes <= this.limits.header().toBytes(),
                () -> Sentences.headerTooLarge(this.limits.header()));
        this.header.add(field);
    }

    private void beginMultipart(String type) {
        require(this.alternatives.size() < this.limits.depth(), () -> Sentences.tooDeep(this.limits.depth()));
        boolean alternative = type.equalsIgnoreCase("multipart/alternative");
        this.alternatives.push(alternative ? ++this.groups : around());
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

    private static void require(boolean within, Supplier<String> sentence) {
        if (!within) {
            throw new MailBeyondLimits(sentence.get());
        }
    }

}
