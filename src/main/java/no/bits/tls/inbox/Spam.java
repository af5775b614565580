package no.bits.tls.inbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises what our mail server has found to be spam, in the words of the common
 * filters (SpamAssassin, Rspamd, Microsoft 365): they know more of spam than we.
 */
final class Spam {

    private static final Pattern MICROSOFT = Pattern.compile("\\bSFV:SPM\\b|\\bCAT:(?:H?SPM|H?PHSH|MALW)\\b");

    private static final Pattern LEVEL = Pattern.compile("\\s*(-?\\d{1,2})\\s*");

    private static final int SPAM_LEVEL = 5;

    private Spam() {
    }

    static boolean test(MailHeader header) {
        return header.keyword("x-spam-flag").equals("yes") || header.keyword("x-spam").equals("yes")
                || header.value("x-spam-status").orElse("").regionMatches(true, 0, "yes", 0, 3)
                || MICROSOFT.matcher(header.value("x-forefront-antispam-report").orElse("")).find()
                || level(header.value("x-ms-exchange-organization-scl").orElse("")) >= SPAM_LEVEL;
    }

    private static int level(String value) {
        Matcher level = LEVEL.matcher(value);
        return level.matches() ? Integer.parseInt(level.group(1)) : 0;
    }

}
