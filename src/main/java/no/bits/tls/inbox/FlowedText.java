package no.bits.tls.inbox;

/** Joins the lines of {@code format=flowed} into paragraphs (RFC 3676). */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private FlowedText() {
    }

    static String unfold(String text, boolean deleteSpaces) {
        StringBuilder joined = new StringBuilder();
        int openDepth = -1;
        for (String line : text.split("\\r?\\n", -1)) {
            int depth = quoteDepth(line);
            String content = unstuffed(line.substring(depth));
            if (openDepth != depth || content.equals(SIGNATURE)) {
                joined.append((openDepth >= 0) ? "\n" : "").append(quote(depth));
            }
            boolean flows = content.endsWith(" ") && !content.equals(SIGNATURE);
            joined.append((flows && deleteSpaces) ? content.substring(0, content.length() - 1) : content)
                .append(flows ? "" : "\n");
            openDepth = flows ? depth : -1;
        }
        return joined.toString();
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }

    private static String quote(int depth) {
        return (depth > 0) ? ">".repeat(depth) + " " : "";
    }

}
