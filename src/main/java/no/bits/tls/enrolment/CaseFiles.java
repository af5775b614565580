package no.bits.tls.enrolment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Component;

/** Holds enrolments against the rules and the register. */
@Component
class CaseFiles {

    private final Participants participants;

    private final DomainChecks checks;

    CaseFiles(Participants participants, DomainChecks checks) {
        this.participants = participants;
        this.checks = checks;
    }

    List<Finding> findings(Enrolment enrolment) {
        return EnrolmentRule.findingsIn(of(enrolment));
    }

    private CaseFile of(Enrolment enrolment) {
        EnrolmentForm form = enrolment.form();
        Contributions mails = enrolment.contributions();
        int round = enrolment.inquiries().size();
        return new CaseFile(form, Optional.ofNullable(enrolment.sender()).flatMap(EmailAddress::parse),
                mails.newestReadings(), mails.validDocuments(),
                mails.unverified(round).map((mail) -> "%s: %s".formatted(mail.sender(), mail.verdict())).toList(),
                mails.inWords(round).map(ArrivedMail::sender).distinct().toList(), listed(form.domains()),
                seen(new CaseNumber(enrolment.caseNumber()), form.domains()));
    }

    private List<DomainReport> seen(CaseNumber caseNumber, List<DomainName> domains) {
        Map<DomainName, DomainReport> seen = this.checks.seen(caseNumber);
        return domains.stream().flatMap((domain) -> Stream.ofNullable(seen.get(domain))).toList();
    }

    private Map<DomainName, Participant> listed(List<DomainName> domains) {
        Map<DomainName, Participant> listed = new LinkedHashMap<>();
        for (DomainName domain : domains) {
            this.participants.withDomain(domain).ifPresent((participant) -> listed.put(domain, participant));
        }
        return listed;
    }

}
