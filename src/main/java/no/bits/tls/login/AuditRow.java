package no.bits.tls.login;

import java.time.format.DateTimeFormatter;

import no.bits.tls.calendar.OsloTime;

/**
 * A line of the page of who has looked at personal data.
 *
 * @param time when, on Oslo's clock
 * @param person the user's id
 * @param kind what was looked at, as in {@link Look}
 * @param thing its case number or id; empty for a list
 * @param page by which address
 */
record AuditRow(String time, String person, String kind, String thing, String page) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
        .withZone(OsloTime.ZONE);

    static AuditRow of(Entry entry) {
        Look look = entry.look();
        return new AuditRow(TIME.format(entry.time()), entry.person(), look.kind(),
                look.kind().equals(Look.LIST) ? "" : look.thing(), look.page());
    }

}
