package no.bits.tls.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a delivery report (RFC 3464, 2.2 and 2.3), read by hand since many
 * servers write them in ways of their own: without the blank line between recipients,
 * with blank lines inside them, in any case, with remarks behind the values.
 *
 * @param message the fields of the whole, by their names in lower case
 * @param recipients those of each recipient
 */
public record DeliveryStatus(Map<String, String> message, List<Map<String, String>> recipients) {

    private static final int MOST_RECIPIENTS = 1000;

    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60})[ \\t]*:[ \\t]*(.*)");

    private static final List<String> OF_RECIPIENT = List.of("original-recipient", "final-recipient", "action",
            "status", "remote-mta", "diagnostic-code", "last-attempt-date", "final-log-id", "will-retry-until");

    /**
     * Reads the fields.
     * @param text a {@code message/delivery-status} part, or a text that has been pasted
     * from one
     * @return what it has; nothing is missing from the map of a field that it lacks
     */
    public static DeliveryStatus of(String text) {
        Map<String, String> message = new HashMap<>();
        List<Map<String, String>> recipients = new ArrayList<>();
        Map<String, String> current = new HashMap<>();
        for (String line : text.replaceAll("\\r\\n?", "\n").replaceAll("\\n[ \\t]+(?=\\S)", " ").split("\\n")) {
            Matcher field = FIELD.matcher(line.strip());
            if (!field.matches()) {
                continue;
            }
            String name = field.group(1).toLowerCase(Locale.ROOT);
            if (!OF_RECIPIENT.contains(name)) {
                message.putIfAbsent(name, field.group(2).strip());
                continue;
            }
            if (current.containsKey(name) && recipients.size() < MOST_RECIPIENTS) {
                recipients.add(current);
                current = new HashMap<>();
            }
            current.putIfAbsent(name, field.group(2).strip());
        }
        if (!current.isEmpty()) {
            recipients.add(current);
        }
        return new DeliveryStatus(message, List.copyOf(recipients));
    }

    /** Whether it says what became of anybody's mail. */
    public boolean tells() {
        return this.recipients.stream().anyMatch((one) -> one.containsKey("action") || one.containsKey("status"));
    }

    /**
     * A field of the recipient that counts: the first that is given up, or else the first
     * of all; or a field of the whole.
     * @param name its name in lower case
     * @return its value, empty where there is none
     */
    public String value(String name) {
        return first().map((one) -> one.get(name)).orElseGet(() -> this.message.getOrDefault(name, ""));
    }

    /**
     * The value of a field behind its type, as in {@code dns; mx.bank.example}.
     * @param value the value
     * @return the value without its type
     */
    public static String untyped(String value) {
        return value.replaceFirst("^\\s*[\\w-]{1,40}\\s*;\\s*", "");
    }

    /** Those that did not get the mail: failed or waiting, by their action alone. */
    List<Map<String, String>> undelivered() {
        return this.recipients.stream().filter((one) -> isFailed(one) || is(one, "delayed")).toList();
    }

    private Optional<Map<String, String>> first() {
        return this.recipients.stream()
            .filter((one) -> is(one, "failed"))
            .findFirst()
            .or(() -> this.recipients.stream().findFirst());
    }

    /** Where the action is missing the status decides, which may be wrong. */
    private static boolean isFailed(Map<String, String> recipient) {
        return recipient.containsKey("action") ? is(recipient, "failed")
                : recipient.getOrDefault("status", "").matches("[45]\\..*");
    }

    private static boolean is(Map<String, String> recipient, String action) {
        return recipient.getOrDefault("action", "").toLowerCase(Locale.ROOT).startsWith(action);
    }

}
