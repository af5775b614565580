package no.bits.tls.inbox;

/**
 * One leaf of a mail's tree of parts.
 *
 * @param header its header
 * @param type its media type in lower case
 * @param content its decoded bytes
 * @param alternatives the innermost {@code multipart/alternative} around it, counted from
 * 1; 0 where there is none
 */
record MailPart(MailHeader header, String type, byte[] content, int alternatives) {

    /** Whether it is something to read, not a file. */
    boolean isBody() {
        return isText() && !this.header.keyword("content-disposition").equals("attachment") && name().isEmpty();
    }

    boolean isPlain() {
        return this.type.equals("text/plain");
    }

    boolean isHtml() {
        return this.type.equals("text/html");
    }

    /** The file name as declared, wherever it stands; may be empty. */
    String name() {
        String name = this.header.parameter("content-disposition", "filename");
        return name.isBlank() ? this.header.parameter("content-type", "name").strip() : name;
    }

    String characters() {
        return MailCharset.decode(this.content, this.header.parameter("content-type", "charset"));
    }

    /** What it says, as plain text; of a table, a line for each row. */
    String text() {
        if (isHtml()) {
            return HtmlText.of(characters());
        }
        boolean flowed = this.header.parameter("content-type", "format").equalsIgnoreCase("flowed");
        return flowed ? FlowedText.unfold(characters(), isDeletingSpaces()) : characters();
    }

    private boolean isDeletingSpaces() {
        return this.header.parameter("content-type", "delsp").equalsIgnoreCase("yes");
    }

    private boolean isText() {
        return isPlain() || isHtml();
    }

}
