package no.bits.tls.errorreport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.Letters;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.errorreport.ErrorReport.State;
import no.bits.tls.evidence.Cause;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.TestNetwork;
import no.bits.tls.tls.TestNetwork.Behaviour;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import no.bits.tls.workflow.Decisions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every way that an error report can go. */
class ErrorReportProcessTests extends ErrorReportScene {

    private static final String RECEIVED = "Vi har mottatt feilmeldingen din";

    private static final String NOTICE = "kommer ikke frem";

    private static final String FORWARDED = "Deltakeren har fått beskjed";

    private static final String ANSWER = "Svar på feilmeldingen din";

    private static final String CONCLUDED = "Saken er avsluttet";

    @Autowired
    Decisions decisions;

    @Test
    void bothSidesAreToldAndTheCaseProposesItsEndWhenTheServerIsMended() {
        String caseNumber = reported();
        assertThat(Letters.textOf(awaitMailTo(reporter(), RECEIVED))).contains(this.domain.unicode(), caseNumber,
                "serveren tilbyr ikke STARTTLS");
        awaitLook(caseNumber);
        assertThat(sheet(caseNumber).proposal().assessment()).isEqualTo(Assessment.TELL);
        assess(caseNumber, Assessment.TELL, "Ring gjerne.", "");
        assertThat(Letters.textOf(awaitMailTo(technician(), NOTICE)))
            .contains(this.failing.organisation(), this.reporting.organisation(),
                    "mx." + this.domain + ": Serveren tilbyr ikke STARTTLS", "(krav 5.2.1)",
                    "TLS is required, but was not offered", "Ring gjerne.")
            .doesNotContain(reporter());
        awaitMailTo(reporter(), FORWARDED);
        serverIs(Behaviour.GOOD);
        this.clock.forward(Duration.ofHours(5));
        awaitClaimed(caseNumber, ErrorReportProcess.FOLLOW_UP);
        assertThat(sheet(caseNumber).mended()).isTrue();
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.SOLVED, "");
        assertThat(Letters.textOf(awaitMailTo(reporter(), "Løst"))).contains("er rettet", "Takk for at du sa fra");
        assertThat(Letters.textOf(awaitMailTo(technician(), "Løst"))).contains("Takk for hjelpen");
        awaitEnd(caseNumber, "endEvent_errorReportPursued");
        assertThat(mailsTo(technician(), NOTICE)).hasSize(1);
        assertThat(report(caseNumber)).returns(State.SOLVED, ErrorReport::state)
            .returns(true, ErrorReport::seenFailing);
    }

    @Test
    void whoDoesNotMendItIsRemindedAfterFiveWorkingDaysAndThenCalled() {
        String caseNumber = told();
        this.clock.forward(Duration.ofDays(3));
        assertThat(mailsTo(administrator(), NOTICE)).isEmpty();
        this.clock.forward(Duration.ofDays(14));
        awaitMailTo(administrator(), NOTICE);
        assertThat(Letters.textOf(awaitMailTo(technician(), "Ikke rettet ennå")))
            .contains("Vi har skrevet om dette før");
        assertThat(task(caseNumber, ErrorReportProcess.ESCALATE)).isEmpty();
        this.clock.forward(Duration.ofDays(17));
        awaitClaimed(caseNumber, ErrorReportProcess.ESCALATE);
        CaseNumber number = new CaseNumber(caseNumber);
        assertThatThrownBy(() -> this.followUp.decide(number, TestPeople.STAFF, Pursuit.GIVE_UP, " "))
            .isInstanceOf(ErrorReportRefused.class);
        this.followUp.decide(number, TestPeople.STAFF, Pursuit.GIVE_UP, "De bytter leverandør i mai.");
        assertThat(Letters.textOf(awaitMailTo(reporter(), CONCLUDED))).contains("De bytter leverandør i mai.");
        awaitMailTo(administrator(), CONCLUDED);
        awaitEnd(caseNumber, "endEvent_errorReportPursued");
        assertThat(mailsTo(reporter(), FORWARDED)).hasSize(1);
    }

    @Test
    void aDomainThatNobodyMendsLeavesTheListWithNotice() {
        String caseNumber = told();
        escalated(caseNumber);
        follow(caseNumber, ErrorReportProcess.ESCALATE, Pursuit.LEAVE, "");
        assertThat(Letters.textOf(awaitMailTo(technician(), "tas av domenelisten"))).contains("blir domenet stående");
        awaitMailTo(administrator(), "tas av domenelisten");
        assertThat(this.list.listed(this.domain)).isPresent();
        this.clock.forward(Duration.ofDays(18));
        awaitEnd(caseNumber, "endEvent_errorReportPursued");
        assertThat(this.list.listed(this.domain)).isEmpty();
        assertThat(Letters.textOf(awaitMailTo(reporter(), "Tatt av domenelisten")))
            .contains("Last ned den nyeste listen");
        assertThat(report(caseNumber).state()).isEqualTo(State.LEFT);
    }

    @Test
    void aDomainThatIsMendedInTimeStaysOnTheList() {
        String caseNumber = told();
        escalated(caseNumber);
        follow(caseNumber, ErrorReportProcess.ESCALATE, Pursuit.LEAVE, "");
        awaitMailTo(technician(), "tas av domenelisten");
        serverIs(Behaviour.GOOD);
        this.clock.forward(Duration.ofHours(6));
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.SOLVED, "");
        awaitMailTo(technician(), "Løst");
        this.clock.forward(Duration.ofDays(30));
        assertThat(this.list.listed(this.domain)).isPresent();
        assertThat(report(caseNumber)).returns(State.SOLVED, ErrorReport::state).returns(null, ErrorReport::leavesOn);
    }

    @Test
    void aReplyToTheAnnouncementIsReadAndTheDayStays() {
        String caseNumber = told();
        escalated(caseNumber);
        follow(caseNumber, ErrorReportProcess.ESCALATE, Pursuit.LEAVE, "");
        MimeMessage announcement = awaitMailTo(technician(), "tas av domenelisten");
        this.mail.deliver(Letters.answering(announcement, technician(), "Vi rekker det ikke."));
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.WAIT, "");
        this.clock.forward(Duration.ofDays(18));
        awaitEnd(caseNumber, "endEvent_errorReportPursued");
        assertThat(this.list.listed(this.domain)).isEmpty();
        assertThat(mailsTo(technician(), "tas av domenelisten")).hasSize(1);
    }

    @Test
    void aServerThatPassesIsNotTakenOffTheList() {
        serverIs(Behaviour.GOOD);
        String caseNumber = told();
        escalated(caseNumber);
        awaitClaimed(caseNumber, ErrorReportProcess.ESCALATE);
        CaseNumber number = new CaseNumber(caseNumber);
        assertThatThrownBy(() -> this.followUp.decide(number, TestPeople.STAFF, Pursuit.LEAVE, ""))
            .isInstanceOf(ErrorReportRefused.class)
            .hasMessageContaining("Vi ser ikke selv");
    }

    @Test
    void aReplyIsReadByAPersonAndTheClockGoesOn() {
        String caseNumber = told();
        MimeMessage notice = awaitMailTo(technician(), NOTICE);
        this.mail.deliver(Letters.answering(notice, technician(), "Vi ser på det."));
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.WAIT, "");
        this.clock.forward(Duration.ofDays(17));
        awaitMailTo(technician(), "Ikke rettet ennå");
    }

    @Test
    void whoCallsThatItIsMendedIsFollowedUpAtOnce() {
        String caseNumber = told();
        awaitClaimed(caseNumber, ErrorReportProcess.AWAIT_MENDING);
        CaseNumber number = new CaseNumber(caseNumber);
        assertThatThrownBy(() -> this.waiting.takeBack(number, TestPeople.STAFF, " ")).isInstanceOf(CaseRefused.class)
            .hasMessageContaining("Skriv hvorfor");
        this.waiting.takeBack(number, TestPeople.STAFF, "De ringte: rettet.");
        assertThat(this.decisions.of(number)).last()
            .returns("TAKEN_BACK", Decision::outcome)
            .returns("De ringte: rettet.", Decision::reason)
            .returns(TestPeople.STAFF, Decision::decidedBy);
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.WAIT, "");
        await().until(() -> task(caseNumber, ErrorReportProcess.AWAIT_MENDING).isPresent());
        this.clock.forward(Duration.ofDays(17));
        awaitMailTo(technician(), "Ikke rettet ennå");
        takeBack(caseNumber, ErrorReportProcess.AWAIT_MENDING, "De ringte: nå er det rettet.");
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.SOLVED, "");
        awaitMailTo(reporter(), "Løst");
        awaitEnd(caseNumber, "endEvent_errorReportPursued");
    }

    @Test
    void aReplyTakesACaseOnThatSomebodyHasClaimedMeanwhile() {
        String caseNumber = told();
        awaitClaimed(caseNumber, ErrorReportProcess.AWAIT_MENDING);
        this.mail.deliver(Letters.answering(awaitMailTo(technician(), NOTICE), technician(), "Vi ser på det."));
        await().until(() -> task(caseNumber, ErrorReportProcess.FOLLOW_UP).isPresent());
        assertThat(task(caseNumber, ErrorReportProcess.AWAIT_MENDING)).isEmpty();
        assertThatThrownBy(() -> this.waiting.takeBack(new CaseNumber(caseNumber), TestPeople.STAFF, "De ringte."))
            .isInstanceOf(CaseRefused.class)
            .hasMessageContaining("venter ikke lenger");
    }

    @Test
    void aReporterWhoCallsIsAssessedAtOnce() {
        String caseNumber = reported();
        assess(caseNumber, Assessment.ASK);
        awaitMailTo(reporter(), "Vi trenger mer");
        takeBack(caseNumber, ErrorReportProcess.AWAIT_DETAILS, "Hen ringte og leste opp loggen.");
        assertThat(report(caseNumber).state()).isEqualTo(State.TO_ASSESS);
        this.clock.forward(Duration.ofDays(15));
        assess(caseNumber, Assessment.OWN_SIDE);
        awaitMailTo(reporter(), ANSWER);
        awaitEnd(caseNumber, "endEvent_errorReportAnswered");
    }

    @Test
    void aReporterIsAskedForMoreAndAnswers() {
        serverIs(Behaviour.GOOD);
        String caseNumber = reported(reporter(), this.domain, "Server certificate not trusted");
        awaitLook(caseNumber);
        assertThat(sheet(caseNumber).proposal().assessment()).isEqualTo(Assessment.ASK);
        assess(caseNumber, Assessment.ASK, "Hvilken dag var det?", "");
        MimeMessage question = awaitMailTo(reporter(), "Vi trenger mer");
        assertThat(Letters.textOf(question)).contains("linjene fra loggen", "ser ikke noe galt nå",
                "Hvilken dag var det?");
        this.mail.deliver(Letters.answering(question, reporter(), "I går."));
        assess(caseNumber, Assessment.OWN_SIDE);
        assertThat(Letters.textOf(awaitMailTo(reporter(), ANSWER))).contains("oppsettet hos dere");
        awaitEnd(caseNumber, "endEvent_errorReportAnswered");
    }

    @Test
    void aReporterWhoDoesNotAnswerIsLookedAtAgain() {
        String caseNumber = reported();
        assess(caseNumber, Assessment.ASK);
        awaitMailTo(reporter(), "Vi trenger mer");
        this.clock.forward(Duration.ofDays(15));
        awaitClaimed(caseNumber, ErrorReportProcess.ASSESS);
    }

    @Test
    void whatHasNothingToDoWithTlsIsAnswered() {
        serverIs(Behaviour.GOOD);
        String caseNumber = reported(reporter(), this.domain, "550 5.1.1 <ola@%s>: User unknown");
        awaitLook(caseNumber);
        assertThat(sheet(caseNumber).proposal().assessment()).isEqualTo(Assessment.NOT_TLS);
        assess(caseNumber, Assessment.NOT_TLS);
        assertThat(Letters.textOf(awaitMailTo(reporter(), ANSWER))).contains("adressen ikke finnes");
        awaitEnd(caseNumber, "endEvent_errorReportAnswered");
        assertThat(this.mail.mailsTo(technician())).isEmpty();
    }

    @Test
    void aDomainThatTakesNoPartIsAnAnswerToo() {
        String caseNumber = reported("kari@stranger.example", new DomainName("nobody.example"),
                "TLS is required, but was not offered by host mx.%s[192.0.2.10]");
        awaitLook(caseNumber);
        assertThat(sheet(caseNumber).proposal().assessment()).isEqualTo(Assessment.NOT_LISTED);
        CaseNumber number = new CaseNumber(caseNumber);
        assertThatThrownBy(() -> assess(caseNumber, Assessment.TELL)).isInstanceOf(ErrorReportRefused.class);
        this.assessment.decide(number, TestPeople.STAFF, Assessment.NOT_LISTED, "", Optional.empty());
        assertThat(Letters.textOf(awaitMailTo("kari@stranger.example", ANSWER)))
            .contains("nobody.example står ikke på domenelisten");
        awaitEnd(caseNumber, "endEvent_errorReportAnswered");
    }

    @Test
    void aPersonCanSayThatItIsAboutAnotherDomain() {
        String caseNumber = reported(reporter(), new DomainName("typo.example"),
                "TLS is required, but was not offered by host mx.%s[192.0.2.10]");
        awaitLook(caseNumber);
        this.assessment.correctDomain(new CaseNumber(caseNumber), "https://" + this.domain + "/");
        awaitLook(caseNumber);
        assertThat(sheet(caseNumber)).returns(List.of(this.domain.unicode()), ErrorReportSheet::domains)
            .satisfies((sheet) -> assertThat(sheet.failing()).singleElement()
                .returns(this.failing.organisation(), ErrorReportSheet.Party::organisation));
    }

    @Test
    void reportsOfOneServerAreOneCaseAndEverybodyIsTold() {
        String caseNumber = told();
        Participant other = this.listed.list();
        String second = reported(other.technicalEmail().value(), this.domain, "Server certificate not trusted");
        assertThat(second).isEqualTo(caseNumber);
        assertThat(Letters.textOf(awaitMailTo(other.technicalEmail().value(), RECEIVED)))
            .contains("Vi kjenner til feilen fra før, og deltakeren har fått beskjed");
        serverIs(Behaviour.GOOD);
        this.clock.forward(Duration.ofHours(5));
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.SOLVED, "");
        awaitMailTo(reporter(), "Løst");
        awaitMailTo(other.technicalEmail().value(), "Løst");
    }

    @Test
    void aProvidersOutageIsOneCaseAndEveryParticipantIsTold() {
        Participant neighbour = this.listed.list();
        DomainName second = neighbour.listedDomains().iterator().next();
        TestNetwork.mailOf(second.ascii(), Behaviour.WITHOUT_STARTTLS);
        String host = "mx1.provider.example";
        String line = "Nov 23 10:58:11 mx postfix/smtp[1]: A1: to=<ola@%s>, relay=" + host
                + "[192.0.2.10]:25, dsn=4.7.4, status=deferred (TLS is required, but was not offered by host " + host
                + "[192.0.2.10])";
        String caseNumber = caseOf(mail(reporter(), "Ikke levert", line.formatted(this.domain)));
        assess(caseNumber, Assessment.TELL);
        awaitMailTo(technician(), NOTICE);
        assertThat(caseOf(mail(reporter(), "Ikke levert", line.formatted(second)))).isEqualTo(caseNumber);
        follow(caseNumber, ErrorReportProcess.FOLLOW_UP, Pursuit.TELL_AGAIN, "");
        awaitMailTo(neighbour.technicalEmail().value(), "E-post til");
        awaitMailTo(technician(), "Ikke rettet ennå");
        TestNetwork.forget(second.ascii());
    }

    @Test
    void aServerAloneTellsWhoItIsByWhoHasItRunTheirMail() {
        TestNetwork.mailOf("mx1.only-host.example", List.of(this.domain.ascii()));
        look();
        String line = "Nov 23 10:58:11 mx postfix/smtp[1]: SSL_connect error to mx2.only-host.example[192.0.2.10]:25: -1";
        String caseNumber = caseOf(mail(reporter(), "TLS-feil i loggen", line));
        assertThat(report(caseNumber).participants()).containsExactly(this.failing.id());
        DomainName second = this.listed.list().listedDomains().iterator().next();
        TestNetwork.mailOf("mx1.only-host.example", List.of(second.ascii()));
        look(second);
        String other = caseOf(mail(reporter(), "TLS-feil i loggen", line.replace("mx2", "mx3")));
        assertThat(sheet(other).served()).containsExactlyInAnyOrder(this.domain.unicode(), second.unicode());
        TestNetwork.forget(second.ascii());
    }

    @Test
    void whatIsNoMatterOfTlsIsNoPartOfTheCaseThatIs() {
        String caseNumber = told();
        assertThat(reported(reporter(), this.domain, "550 5.1.1 <ola@%s>: User unknown")).isNotEqualTo(caseNumber);
    }

    @Test
    void aPersonJoinsWhatIsOneMatter() {
        String first = told();
        Participant other = this.listed.list();
        String second = reported(other.technicalEmail().value(), new DomainName("other.example"),
                "Server certificate not trusted");
        assertThatThrownBy(() -> assess(second, Assessment.JOIN, "", "TLS-2020-00001"))
            .isInstanceOf(ErrorReportRefused.class);
        this.assessment.decide(new CaseNumber(second), TestPeople.STAFF, Assessment.JOIN, "Samme feil.",
                Optional.of(new CaseNumber(first)));
        awaitEnd(second, "endEvent_errorReportJoined");
        this.mail.deliver(Letters.answering(awaitMailTo(technician(), NOTICE), technician(), "Rettet."));
        follow(first, ErrorReportProcess.FOLLOW_UP, Pursuit.SOLVED, "");
        awaitMailTo(other.technicalEmail().value(), "Løst");
    }

    @Test
    void whatTheLookFindsNamesTheCauseThatTheReportDoesNot() {
        serverIs(Behaviour.EXPIRED);
        String caseNumber = reported(reporter(), this.domain, "Server certificate not trusted");
        assertThat(sheet(caseNumber).evidence()).singleElement()
            .returns(Cause.UNKNOWN.norwegian(), ErrorReportSheet.Line::cause);
        assess(caseNumber, Assessment.TELL);
        assertThat(Letters.textOf(awaitMailTo(technician(), NOTICE))).contains("sertifikatet har gått ut");
        assertThat(report(caseNumber).cause()).isEqualTo(Cause.CERTIFICATE_EXPIRED);
    }

    @Test
    void wordsOfAPersonOpenACaseWhereTheyNameAListedDomain() {
        String caseNumber = caseOf(mail("kari@stranger.example", "Hjelp",
                "Vi får ikke sendt e-post til noen hos %s. Kan dere hjelpe?".formatted(this.domain)));
        assertThat(report(caseNumber).domains()).containsExactly(this.domain);
    }

    @Test
    void aReplyToAClosedCaseIsSortedByAPerson() {
        String caseNumber = reported();
        assess(caseNumber, Assessment.OWN_SIDE);
        MimeMessage answer = awaitMailTo(reporter(), ANSWER);
        awaitEnd(caseNumber, "endEvent_errorReportAnswered");
        byte[] reply = Letters.answering(answer, reporter(), "Takk!");
        this.mail.deliver(reply);
        await().until(() -> this.jdbc
            .sql("select count(*) from inbound_mail where state = 'UNCLAIMED' and sender_address = ?")
            .param(reporter())
            .query(Integer.class)
            .single(), (count) -> count == 1);
    }

    @Test
    void managersSeeCausesTimesAndWhoFailsAgain() {
        String first = told();
        serverIs(Behaviour.GOOD);
        this.clock.forward(Duration.ofHours(5));
        follow(first, ErrorReportProcess.FOLLOW_UP, Pursuit.SOLVED, "");
        awaitMailTo(reporter(), "Løst");
        serverIs(Behaviour.WITHOUT_STARTTLS);
        String second = told();
        assertThat(second).isNotEqualTo(first);
        String page = WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get("/desk/figures/error-reports").body();
        assertThat(page).contains("Serveren tilbyr ikke STARTTLS", this.failing.organisation(), "Halvparten løst innen")
            .doesNotContain("@");
        assertThat(WebSession.of(this.port, TestPeople.MANAGER, "cockpit")
            .get("/desk/error-reports/" + first)
            .statusCode()).isEqualTo(403);
    }

    @Test
    void aMachinesReplyToOurNoticeTroublesNobody() {
        String caseNumber = told();
        String reply = new String(
                Letters.answering(awaitMailTo(technician(), NOTICE), technician(), "Jeg er på ferie."),
                StandardCharsets.UTF_8);
        this.mail.deliver(("Auto-Submitted: auto-replied\r\n" + reply).getBytes(StandardCharsets.UTF_8));
        await()
            .until(() -> this.jdbc.sql("select count(*) from inbound_mail where state = 'MACHINE' and case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single(), (count) -> count == 1);
        assertThat(task(caseNumber, ErrorReportProcess.FOLLOW_UP)).isEmpty();
    }

    @Test
    void aReportAboutOurselvesIsShownAsSuch() {
        String caseNumber = reported(reporter(), new DomainName("bits.no"), "Server certificate not trusted");
        awaitLook(caseNumber);
        assertThat(sheet(caseNumber).aboutUs()).isTrue();
    }

    /** Reported, assessed, and its participant told. */
    private String told() {
        String caseNumber = reported();
        assess(caseNumber, Assessment.TELL);
        awaitState(caseNumber, State.PURSUED);
        awaitMailTo(technician(), NOTICE);
        awaitMailTo(reporter(), FORWARDED);
        return caseNumber;
    }

    /** Reminded, and still not mended. */
    private void escalated(String caseNumber) {
        this.clock.forward(Duration.ofDays(17));
        awaitMailTo(technician(), "Ikke rettet ennå");
        this.clock.forward(Duration.ofDays(17));
        await().until(() -> task(caseNumber, ErrorReportProcess.ESCALATE).isPresent());
    }

    private String technician() {
        return this.failing.technicalEmail().value();
    }

    private String administrator() {
        return this.failing.administratorEmail().value();
    }

}
