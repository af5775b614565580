package no.bits.tls.inbox;

import java.util.Map;

/**
 * Makes the name that a stranger gave a file harmless: no path, no markup, nothing that
 * hides its ending.
 */
final class FileName {

    private static final int LIMIT = 150;

    private static final int LONGEST_DECLARED = 1000;

    private static final Map<String, String> ENDINGS = Map.of("application/pdf", ".pdf", "application/msword", ".doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "message/rfc822",
            ".eml", "image/png", ".png", "image/jpeg", ".jpg", "text/plain", ".txt", "text/html", ".html",
            "text/calendar", ".ics", "application/ms-tnef", ".dat");

    private FileName() {
    }

    /**
     * A name for a file.
     * @param declared what the mail calls it; may be empty
     * @param number its place in the mail, from 1
     * @param type its media type
     * @return a name of at most 150 characters, never empty
     */
    static String of(String declared, int number, String type) {
        String name = CleanText.line(declared, LONGEST_DECLARED)
            .replaceFirst("^.*[/\\\\]", "")
            .replaceAll("[<>:\"|?*]", "_")
            .replaceFirst("^[. ]+", "")
            .replaceFirst("[. ]+$", "");
        return name.isEmpty() ? "vedlegg-%d%s".formatted(number, ENDINGS.getOrDefault(type, "")) : shortened(name);
    }

    private static String shortened(String name) {
        if (name.length() <= LIMIT) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = (dot > 0 && name.length() - dot <= 10) ? name.substring(dot) : "";
        return CleanText.line(name, LIMIT - ending.length()) + ending;
    }

}
