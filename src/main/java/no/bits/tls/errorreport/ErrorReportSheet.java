package no.bits.tls.errorreport;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.evidence.Cause;
import no.bits.tls.evidence.Failure;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an error report, for the forms in which it is decided.
 *
 * @param state where it stands, in words
 * @param cause why mail fails, in words
 * @param aboutUs whether it is about our own domain
 * @param domains the domains to which mail fails, as people write them
 * @param failing the participants that have them on the list
 * @param reporters who reported it
 * @param evidence what their mails tell
 * @param proposal what we would say that it is
 * @param texts the mail that would go out, by what is decided
 * @param similar open cases at the same operator, with which it may be one
 * @param history earlier reports about the same domains
 * @param served listed domains that have the same operator, where no domain is named
 * @param notices how often the participants were told
 * @param mended whether all servers pass that we saw failing
 * @param leavesOn the day on which the domains are announced to leave
 * @param cases the cases that the mails came to: this one, and those that were joined
 */
record ErrorReportSheet(String caseNumber, String state, String cause, boolean aboutUs, List<String> domains,
        List<Party> failing, List<Reporter> reporters, List<Line> evidence, Proposal proposal,
        Map<Assessment, List<Outbox.Preview>> texts, List<Other> similar, List<Other> history, List<String> served,
        int notices, boolean mended, OffsetDateTime openedAt, @Nullable LocalDate leavesOn, List<String> cases) {

    static String inWords(Cause cause) {
        return DeskLanguage.ofReader().of(cause.norwegian(), cause.english());
    }

    static String inWords(ErrorReport.State state) {
        return DeskLanguage.ofReader().of(state.norwegian(), state.english());
    }

    /** A participant. */
    record Party(long id, String organisation) {
    }

    /**
     * Somebody who reported it.
     *
     * @param address whom to answer; empty where nobody can be
     * @param participant for which participant, if for one
     */
    record Reporter(String address, @Nullable Party participant) {
    }

    /** One thing that was read in a mail. */
    record Line(String source, String recipient, String domain, String server, String address, String status,
            String said, @Nullable OffsetDateTime at, String cause, long count) {

        static Line of(Failure failure) {
            DeskLanguage reader = DeskLanguage.ofReader();
            return new Line(switch (failure.source()) {
                case DELIVERY_REPORT -> reader.of("Leveringsrapport", "Delivery report");
                case TLS_REPORT -> reader.of("TLS-rapport", "TLS report");
                case LOG -> reader.of("Logg", "Log");
                case RETURNED_TEXT -> reader.of("Returmelding", "Returned message");
                case PROSE -> reader.of("Avsenderens ord", "The sender's words");
            }, (failure.recipient() != null) ? failure.recipient().value() : "",
                    (failure.domain() != null) ? failure.domain().unicode() : "", failure.server(), failure.address(),
                    failure.status(), failure.said(),
                    (failure.at() != null) ? failure.at().atZone(OsloTime.ZONE).toOffsetDateTime() : null,
                    inWords(failure.cause()), failure.count());
        }

    }

    /** Another case, in a few words. */
    record Other(String caseNumber, String domains, String cause, String state, LocalDate openedOn) {

        static Other of(ErrorReport report) {
            return new Other(report.caseNumber(),
                    report.domains().stream().map(DomainName::unicode).collect(Collectors.joining(", ")),
                    inWords(report.cause()), inWords(report.state()), OsloTime.dateOf(report.openedAt()));
        }

    }

}
