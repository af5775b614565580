package no.bits.tls.evidence;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import no.bits.tls.identifier.DomainName;

/**
 * Which mail server it is about.
 *
 * @param server its name in lower case, may be empty
 * @param address its IP address, may be empty
 */
record Place(String server, String address) {

    static final Place NOWHERE = new Place("", "");

    private static final String NAME = "((?:[a-zA-Z0-9_-]{1,63}\\.){1,10}[a-zA-Z][a-zA-Z0-9-]{0,62})";

    private static final String ADDRESS = "((?:\\d{1,3}\\.){3}\\d{1,3}|(?:IPv6:)?[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})";

    /**
     * As Postfix, Exim, sendmail and many more write it: name and address in brackets.
     */
    private static final Pattern BRACKETED = Pattern.compile(NAME + "\\.?\\s?\\[" + ADDRESS + "]");

    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:host|server|relay=|H=|FQDN=|while talking to|talking to|remote-mta:\\s*dns;|error to|connect(?:ed|ion)? to|reporting server|"
                    + "by)\\s*['\"(<]?" + NAME);

    private static final Pattern NUMBERED = Pattern.compile("\\[" + ADDRESS + "]|\\{?IP=" + ADDRESS);

    /** The first mail server that a text names in a way that programs do. */
    static Place in(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.find()) {
            return new Place(name(bracketed.group(1)), address(bracketed.group(2)));
        }
        Matcher named = NAMED.matcher(text);
        Matcher numbered = NUMBERED.matcher(text);
        String address = numbered.find() ? address((numbered.group(1) != null) ? numbered.group(1) : numbered.group(2))
                : "";
        return new Place(named.find() ? name(named.group(1)) : "", address);
    }

    /** What a field such as {@code Remote-MTA: dns; mx.bank.example} names. */
    static Place ofField(String value) {
        String bare = value.replaceFirst("^\\s*[\\w-]+\\s*;\\s*", "").strip();
        Place found = in("host " + bare);
        return found.equals(NOWHERE) ? ofAddress(bare) : found;
    }

    boolean isKnown() {
        return !equals(NOWHERE);
    }

    Place or(Place other) {
        return isKnown() ? this : other;
    }

    private static Place ofAddress(String bare) {
        Matcher address = Pattern.compile(ADDRESS).matcher(bare);
        return address.matches() ? new Place("", address(bare)) : NOWHERE;
    }

    private static String name(String host) {
        return DomainName.ofHost(host).map(DomainName::ascii).orElseGet(() -> host.toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return address.replaceFirst("(?i)^IPv6:", "").toLowerCase(Locale.ROOT);
    }

}
