package no.bits.tls.errorreport;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import no.bits.tls.domaincheck.MailOperators;
import no.bits.tls.evidence.Evidence;
import no.bits.tls.evidence.Failure;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * Finds who reports and whose mail servers it is about: by the domains, or where only a
 * server is named, by who has it run their mail.
 */
@Component
class Parties {

    private static final int MOST = 50;

    private final Participants participants;

    private final MailOperators operators;

    Parties(Participants participants, MailOperators operators) {
        this.participants = participants;
        this.operators = operators;
    }

    /** The participant that somebody writes for. */
    Optional<Participant> reporting(IncomingMail mail) {
        return mail.sender()
            .flatMap((sender) -> this.participants.withDomain(sender.domain())
                .or(() -> this.participants.withContact(sender).stream().findFirst()));
    }

    /** The participant that has a domain on the list. */
    Optional<Participant> with(DomainName domain) {
        return this.participants.withDomain(domain);
    }

    Optional<Participant> find(long id) {
        return this.participants.find(id);
    }

    /**
     * What a mail reports: one complaint for each listed domain that it says fails, else
     * one for the first that it names, else one for the server alone.
     * @param caseNumber the case that the mail comes to
     * @param mail the mail
     * @param evidence what it tells
     * @return at least one complaint
     */
    List<Complaint> complaints(CaseNumber caseNumber, IncomingMail mail, Evidence evidence) {
        List<Failure> listed = likeliest(evidence.failures()
            .stream()
            .filter((failure) -> failure.domain() != null && with(failure.domain()).isPresent())
            .toList());
        if (!listed.isEmpty()) {
            return listed.stream().map((failure) -> complaint(caseNumber, mail, failure)).distinct().toList();
        }
        return Stream
            .<Predicate<Failure>>of((failure) -> failure.domain() != null, (failure) -> !failure.server().isEmpty())
            .flatMap((kind) -> evidence.failures().stream().filter(kind).limit(1))
            .findFirst()
            .map((failure) -> List.of((failure.domain() != null) ? complaint(caseNumber, mail, failure)
                    : atServer(caseNumber, mail, failure.server())))
            .orElseGet(() -> List.of(complaint(caseNumber, mail, Optional.empty(), "")));
    }

    /**
     * The participants that have a server's operator run their mail, for whom it may be.
     * @param server the server's name, may be empty
     * @return their listed domains
     */
    List<DomainName> servedWith(String server) {
        return server.isEmpty() ? List.of()
                : this.operators.servedWith(server, MOST)
                    .stream()
                    .filter((domain) -> with(domain).isPresent())
                    .toList();
    }

    /** What is about TLS, where anything is. */
    private static List<Failure> likeliest(List<Failure> listed) {
        boolean aboutTls = listed.stream().anyMatch(Failure::aboutTls);
        return listed.stream().filter((failure) -> !aboutTls || failure.aboutTls()).limit(MOST).toList();
    }

    private Complaint atServer(CaseNumber caseNumber, IncomingMail mail, String server) {
        List<DomainName> served = servedWith(server);
        return complaint(caseNumber, mail, (served.size() == 1) ? Optional.of(served.get(0)) : Optional.empty(),
                server);
    }

    private Complaint complaint(CaseNumber caseNumber, IncomingMail mail, Failure failure) {
        return complaint(caseNumber, mail, Optional.ofNullable(failure.domain()), failure.server());
    }

    private Complaint complaint(CaseNumber caseNumber, IncomingMail mail, Optional<DomainName> domain, String server) {
        return new Complaint(caseNumber.value(), mail.id(), mail.sender().map((sender) -> sender.value()).orElse(null),
                reporting(mail).map(Participant::id).orElse(null), domain.orElse(null),
                domain.flatMap(this::with).map(Participant::id).orElse(null), server, mail.receivedAt());
    }

}
