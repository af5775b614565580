package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;

/**
 * The header of a mail or of one of its parts, read as forgivingly as people's mail
 * programs write it (RFC 5322, 2047 and 2231).
 */
final class MailHeader {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,500}>");

    private static final Pattern UNPADDED = Pattern.compile("(=\\?[^?\\s]{1,60}\\?[bB]\\?)([A-Za-z0-9+/]+)\\?=");

    private static final int LIMIT = 20_000;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    void add(Field field) {
        String raw = MailCharset.decode(field.getRaw().toByteArray(), null);
        String value = raw.substring(raw.indexOf(':') + 1, Math.min(raw.length(), LIMIT + raw.indexOf(':') + 1));
        this.fields.computeIfAbsent(field.getName().strip().toLowerCase(Locale.ROOT), (name) -> new ArrayList<>())
            .add(value.replaceAll("[\\r\\n]+", "").strip());
    }

    /** How often a field stands there. */
    int count(String name) {
        return this.fields.getOrDefault(name, List.of()).size();
    }

    /** The first field of this name as it stands there, unfolded. */
    Optional<String> value(String name) {
        return this.fields.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The first field of this name as people read it, in one line; may be empty. */
    String text(String name, int limit) {
        return CleanText.line(decoded(value(name).orElse("")), limit);
    }

    /** Every address in all fields of this name. */
    List<Mailbox> mailboxes(String name) {
        return this.fields.getOrDefault(name, List.of())
            .stream()
            .flatMap((value) -> addresses(value).stream())
            .toList();
    }

    /** All that looks like a Message-ID in the first field of this name. */
    List<String> messageIds(String name) {
        return MESSAGE_ID.matcher(value(name).orElse("")).results().map((id) -> id.group()).toList();
    }

    /** What stands before the first semicolon, in lower case; may be empty. */
    String keyword(String name) {
        return value(name).orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A parameter such as {@code filename}, whole and decoded (RFC 2231); may be empty.
     */
    String parameter(String field, String name) {
        MimeParameterMapping parameters = new MimeParameterMapping();
        for (NameValuePair parameter : structured(value(field).orElse("")).getParams()) {
            if (parameter.getName() != null && parameter.getValue() != null) {
                parameters.addParameter(parameter.getName(), parameter.getValue());
            }
        }
        String value = parameters.get(name);
        return (value != null) ? decoded(value) : "";
    }

    private static RawBody structured(String value) {
        ByteSequence bytes = bytes(value);
        return RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
    }

    private static List<Mailbox> addresses(String value) {
        ByteSequence bytes = bytes(value);
        return LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length())).flatten();
    }

    private static ByteSequence bytes(String value) {
        return ContentUtil.encode(StandardCharsets.UTF_8, padded(value));
    }

    private static String decoded(String value) {
        return DecoderUtil.decodeEncodedWords(padded(value), DecodeMonitor.SILENT, MailCharset.WINDOWS_1252);
    }

    /** Completes encoded words whose Base64 lacks its padding. */
    private static String padded(String value) {
        return UNPADDED.matcher(value)
            .replaceAll((word) -> word.group(1) + word.group(2) + "=".repeat(-word.group(2).length() & 3) + "?=");
    }

}
