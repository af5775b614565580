package no.bits.tls.delivery;

import java.util.List;
import java.util.stream.Stream;

import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.participant.Participant;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.Test;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Each path of {@code processes/lostContact.bpmn}, decided by a person. */
class LostContactProcessTests extends LostContactScene {

    @Test
    void theFormShowsAllThatIsKnown() {
        enrolled();
        this.ours.reported(this.ours.sentTo("technical@" + this.domain), "delayed", "4.7.5",
                "Server certificate not trusted");
        CaseNumber caseNumber = claimedCase();
        ContactSheet sheet = this.contacts.sheet(caseNumber);
        assertThat(sheet.replaceable()).isTrue();
        assertThat(sheet.participants()).singleElement().satisfies((card) -> {
            assertThat(card.organisation()).isEqualTo("Bank " + this.domain);
            assertThat(card.role()).isEqualTo(ContactRole.ADMINISTRATOR);
            assertThat(card.technicalPhone()).isEqualTo("+4722000000");
            assertThat(card.domains()).containsExactly(this.domain);
            assertThat(card.tlsFailures()).extracting(Said::words)
                .containsExactly("Server certificate not trusted (mx.fjordbanken.example)");
        });
        assertThat(sheet.reports()).extracting(Said::words)
            .containsOnly("550 5.1.1 User unknown (mx.fjordbanken.example)")
            .hasSize(2);
        assertThat(sheet.mails()).hasSize(2).allSatisfy((mail) -> assertThat(mail.state()).hasToString("RETURNED"));
    }

    @Test
    void aNewAddressIsRegisteredAndBothContactsAreTold() {
        Participant bank = enrolled();
        CaseNumber caseNumber = claimedCase();
        ProcessInstance instance = instance();
        String found = "post@" + this.domain;
        this.contacts.found(caseNumber, TestPeople.STAFF, " mailto:" + found + " ", "Ringte sentralbordet.");

        await().untilAsserted(
                () -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_contactChanged"));
        Participant changed = this.participants.find(bank.id()).orElseThrow();
        assertThat(changed.administratorEmail()).hasToString(found);
        assertThat(changed.technicalEmail()).isEqualTo(bank.technicalEmail());
        await().untilAsserted(() -> assertThat(Stream.of(found, bank.technicalEmail().value()))
            .allSatisfy((contact) -> assertThat(this.server.mailsTo(contact)).hasSize(1)));
        assertThat(this.decisions.of(caseNumber)).extracting(Decision::outcome, Decision::reason, Decision::decidedBy)
            .containsExactly(tuple("NEW_ADDRESS", "Ringte sentralbordet.", TestPeople.STAFF));
    }

    @Test
    void whoIsContactOfSeveralIsReplacedForAll() {
        this.administrator = "drift@" + this.domain;
        Participant one = enrolled("a." + this.domain, this.administrator, this.administrator);
        Participant other = enrolled("b." + this.domain, "tls@b." + this.domain, this.administrator);
        CaseNumber caseNumber = claimedCase();
        assertThat(this.contacts.sheet(caseNumber).participants()).extracting(ContactSheet.Card::role)
            .containsExactly(ContactRole.BOTH, ContactRole.TECHNICAL);
        this.contacts.found(caseNumber, TestPeople.STAFF, "vakt@" + this.domain, "Ringt.");
        await().untilAsserted(() -> {
            assertThat(this.participants.find(one.id()).orElseThrow().administratorEmail())
                .hasToString("vakt@" + this.domain);
            assertThat(this.participants.find(other.id()).orElseThrow().technicalEmail())
                .hasToString("vakt@" + this.domain);
            assertThat(this.server.mailsTo("vakt@" + this.domain)).hasSize(2);
            assertThat(this.server.mailsTo("tls@b." + this.domain)).hasSize(1);
        });
    }

    @Test
    void whatIsSettledOtherwiseChangesNothingAndTheDaysAreCountedAnew() {
        Participant bank = enrolled();
        CaseNumber caseNumber = claimedCase();
        ProcessInstance instance = instance();
        this.contacts.settleOtherwise(caseNumber, TestPeople.STAFF, "Adressen virker igjen fra i morgen.");
        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance)
            .isEnded()
            .hasPassed("endEvent_contactSettledOtherwise")
            .hasNotPassed("serviceTask_changeContact"));
        assertThat(this.participants.find(bank.id())).hasValue(bank);

        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));
        assertThat(lost()).hasSize(1);
        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));
        assertThat(lost()).hasSize(2);
    }

    @Test
    void noDecisionWithoutAReasonOrAnAddressThatIsOneAndNew() {
        enrolled();
        CaseNumber caseNumber = claimedCase();
        for (String address : List.of("", "ola", "a@b.example, c@d.example", "x@y.example\r\nBcc: z@w.example",
                this.administrator.toUpperCase(java.util.Locale.ROOT))) {
            assertThatExceptionOfType(LostContactRefused.class)
                .isThrownBy(() -> this.contacts.found(caseNumber, TestPeople.STAFF, address, "Ringt."));
        }
        assertThatExceptionOfType(LostContactRefused.class)
            .isThrownBy(() -> this.contacts.found(caseNumber, TestPeople.STAFF, "ny@" + this.domain, " "));
        assertThatExceptionOfType(LostContactRefused.class)
            .isThrownBy(() -> this.contacts.settleOtherwise(caseNumber, TestPeople.STAFF, ""));
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.contacts.settleOtherwise(caseNumber, TestPeople.ADMIN, "Ikke min oppgave."));
        assertThat(this.decisions.of(caseNumber)).isEmpty();
    }

    @Test
    void whoIsNobodysContactCanOnlyBeSettledOtherwise() {
        CaseNumber caseNumber = claimedCase();
        ContactSheet sheet = this.contacts.sheet(caseNumber);
        assertThat(sheet.replaceable()).isFalse();
        assertThat(sheet.participants()).isEmpty();
        assertThat(sheet.concerns().caseNumber()).startsWith("TLS-");
        assertThatExceptionOfType(LostContactRefused.class)
            .isThrownBy(() -> this.contacts.found(caseNumber, TestPeople.STAFF, "ny@" + this.domain, "Ringt."))
            .withMessageContaining("Ordnet på annen måte");
    }

    @Test
    void theDeskTakesTheNewAddressOverTheWeb() {
        enrolled();
        CaseNumber caseNumber = claimedCase();
        String path = "/desk/contacts/" + caseNumber;
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        assertThat(staff.get(path).body()).contains("\"address\":\"" + this.administrator + "\"");
        assertThat(staff.send("POST", path + "/address", "{}").statusCode()).isEqualTo(400);
        assertThat(staff.send("POST", path + "/address", "{\"address\":\"nei\",\"reason\":\"Ringt.\"}").statusCode())
            .isEqualTo(409);
        String body = "{\"address\":\"ny@%s\",\"reason\":\"Ringt.\"}".formatted(this.domain);
        assertThat(staff.sendFromAnotherSite("POST", path + "/address", body).statusCode()).isEqualTo(403);
        assertThat(WebSession.ofNobody(this.port).send("POST", path + "/address", body).statusCode()).isEqualTo(401);
        assertThat(staff.send("POST", path + "/address", body).statusCode()).isEqualTo(204);
        assertThat(staff.send("POST", path + "/settlement", "{\"reason\":\"Igjen.\"}").statusCode()).isEqualTo(409);
    }

}
