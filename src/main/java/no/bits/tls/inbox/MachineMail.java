package no.bits.tls.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises mails that no person wrote (RFC 3834 and custom): they are kept, never
 * answered, and never start or continue a case.
 */
final class MachineMail {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "auto_reply");

    private static final List<String> SUBJECTS = List.of("automatisk svar", "fraværende", "automatic reply",
            "out of office");

    private MachineMail() {
    }

    static boolean test(MailHeader header) {
        return saysSo(header) || hasNoReturnPath(header) || isReport(header) || isFromList(header)
                || hasTheSubject(header);
    }

    private static boolean saysSo(MailHeader header) {
        return header.count("auto-submitted") > 0 && !header.keyword("auto-submitted").equals("no")
                || header.count("x-autoreply") > 0 || header.count("x-autorespond") > 0;
    }

    private static boolean hasNoReturnPath(MailHeader header) {
        return header.value("return-path").map((path) -> path.replace(" ", "")).filter("<>"::equals).isPresent();
    }

    private static boolean isReport(MailHeader header) {
        return header.keyword("content-type").equals("multipart/report");
    }

    private static boolean isFromList(MailHeader header) {
        return header.count("list-id") > 0 || PRECEDENCES.contains(header.keyword("precedence"));
    }

    private static boolean hasTheSubject(MailHeader header) {
        String subject = header.text("subject", 100).toLowerCase(Locale.ROOT);
        return SUBJECTS.stream().anyMatch(subject::startsWith);
    }

}
