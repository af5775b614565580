package no.bits.tls;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.enrolment.ParticipantListed;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists participants as an approved enrolment does, without its mails and its review. */
@TestComponent
public class ListedParticipants {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Participants participants;

    private final DomainList domainList;

    private final CaseNumbers caseNumbers;

    private final ApplicationEventPublisher events;

    private final TransactionTemplate transaction;

    private final Clock clock;

    ListedParticipants(Participants participants, DomainList domainList, CaseNumbers caseNumbers,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.participants = participants;
        this.domainList = domainList;
        this.caseNumbers = caseNumbers;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lists a bank of its own with one domain, enrolled today. */
    public Participant list() {
        return list(OsloTime.today(this.clock));
    }

    /** Lists a bank of its own with one domain. */
    public Participant list(LocalDate enrolledOn) {
        int number = NUMBERS.incrementAndGet();
        return list("Fjordbanken %d AS".formatted(number), enrolledOn, "fjordbanken%d.example".formatted(number));
    }

    /** Lists a bank that answered Ja to requirement 5.2.4 in its form. */
    public Participant listEnforcing() {
        int number = NUMBERS.incrementAndGet();
        return list("Fjordbanken %d AS".formatted(number), OsloTime.today(this.clock), true,
                "fjordbanken%d.example".formatted(number));
    }

    /** Lists an organisation with its domains, or more domains of one that is listed. */
    public Participant list(String organisation, LocalDate enrolledOn, String... domains) {
        return list(organisation, enrolledOn, false, domains);
    }

    private Participant list(String organisation, LocalDate enrolledOn, boolean inboundEnforcement, String... domains) {
        Set<DomainName> names = Stream.of(domains).map(DomainName::new).collect(Collectors.toSet());
        return Optional.ofNullable(this.transaction.execute((status) -> {
            CaseNumber caseNumber = this.caseNumbers.next();
            Participant participant = this.participants.enrol(new NewParticipant(caseNumber, organisation, null,
                    "IT-drift", new EmailAddress("tls@" + domains[0]), new EmailAddress("drift@" + domains[0]),
                    "+4722000000", names, inboundEnforcement, enrolledOn));
            long version = this.domainList.publish(caseNumber,
                    names.stream()
                        .map((name) -> new ListedDomain(organisation, null, name, enrolledOn, inboundEnforcement))
                        .toList());
            this.events.publishEvent(new ParticipantListed(caseNumber, participant, enrolledOn, version));
            return participant;
        })).orElseThrow();
    }

}
