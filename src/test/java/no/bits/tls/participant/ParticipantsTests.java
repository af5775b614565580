package no.bits.tls.participant;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.TestDatabase;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.identifier.OrganisationNumber;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class ParticipantsTests {

    private static final OrganisationNumber FJELLVAK = new OrganisationNumber("905534203");

    private static final OrganisationNumber HEILO = new OrganisationNumber("807741691");

    @Autowired
    Participants participants;

    @Autowired
    ParticipantRepository repository;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyTakesPart() {
        this.jdbc.sql("truncate participant cascade").update();
    }

    @Test
    void keepsWhatStaffApproved() {
        Participant fjellvak = this.participants
            .enrol(entry(1, "Fjellvåkbanken ASA", FJELLVAK, "fjellvakbanken.example", "xn--fjellvk-jxa.example"));
        assertThat(this.participants.find(fjellvak.id())).hasValue(fjellvak);
        assertThat(fjellvak.organisationNumber()).isEqualTo(FJELLVAK);
        assertThat(fjellvak.administratorEmail()).isEqualTo(new EmailAddress("tls@fjellvakbanken.example"));
        assertThat(fjellvak.listedDomains()).isEqualTo(domains("fjellvakbanken.example", "xn--fjellvk-jxa.example"));
        assertThat(this.participants.withDomain(new DomainName("fjellvakbanken.example"))).hasValue(fjellvak);
        assertThat(this.participants.withDomain(new DomainName("post.fjellvakbanken.example"))).isEmpty();
    }

    @Test
    void enrolsACaseOnce() {
        NewParticipant entry = entry(1, "Fjellvåkbanken ASA", FJELLVAK, "fjellvakbanken.example");
        Participant first = this.participants.enrol(entry);
        assertThat(this.participants.enrol(entry)).isEqualTo(first);
        assertThat(this.participants.find(first.id())).hasValue(first);
    }

    @Test
    void addsDomainsToWhoHasTheSameNumberAndKeepsNameAndContacts() {
        Participant before = this.participants
            .enrol(entry(1, "Fjellvåkbanken ASA", FJELLVAK, "fjellvakbanken.example"));
        Participant after = this.participants.enrol(entry(2, "Fjellvåk", FJELLVAK, "fjellvak.example"));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.organisation()).isEqualTo("Fjellvåkbanken ASA");
        assertThat(after.administratorEmail()).isEqualTo(before.administratorEmail());
        assertThat(after.listedDomains()).isEqualTo(domains("fjellvakbanken.example", "fjellvak.example"));
        assertThat(this.participants.find(before.id())).hasValue(after);
    }

    @Test
    void knowsWhoHasNoNumberByName() {
        Participant before = this.participants.enrol(entry(1, "Finans Norge", null, "fno.example"));
        Participant after = this.participants.enrol(entry(2, "FINANS NORGE", null, "finansnorge.example"));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(this.participants.enrol(entry(3, "Finans Norge", HEILO, "annen.example")).id())
            .isNotEqualTo(before.id());
    }

    @Test
    void refusesADomainOfAnother() {
        this.participants.enrol(entry(1, "Fjellvåkbanken ASA", FJELLVAK, "fjellvakbanken.example"));
        NewParticipant heilo = entry(2, "Heilo Regnskap SA", HEILO, "heilo.example", "fjellvakbanken.example");
        assertThatExceptionOfType(DomainListedForOther.class).isThrownBy(() -> this.participants.enrol(heilo))
            .withMessage("fjellvakbanken.example is listed for Fjellvåkbanken ASA and cannot be enrolled for"
                    + " Heilo Regnskap SA until it has left the list for the first");
        assertThat(this.participants.withDomain(new DomainName("heilo.example"))).isEmpty();
    }

    @Test
    void givesADomainThatLeftToAnother() {
        this.participants.enrol(entry(1, "Fjellvåkbanken ASA", FJELLVAK, "felles.example", "fjellvak.example"));
        this.jdbc.sql("update participant_domain set state = 'LEFT' where domain = 'felles.example'").update();
        Participant heilo = this.participants.enrol(entry(2, "Heilo Regnskap SA", HEILO, "felles.example"));
        assertThat(this.participants.withDomain(new DomainName("felles.example"))).hasValue(heilo);
    }

    @Test
    void losesNoChange() {
        Participant fjellvak = this.participants
            .enrol(entry(1, "Fjellvåkbanken ASA", FJELLVAK, "fjellvakbanken.example"));
        this.participants.enrol(entry(2, "Fjellvåkbanken ASA", FJELLVAK, "fjellvak.example"));
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
            .isThrownBy(() -> this.repository.save(fjellvak));
    }

    @Test
    void enrolsOneOrganisationOnceHoweverManyAskAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Long>> enrolments = Stream.iterate(1, (number) -> number + 1)
            .limit(24)
            .<Callable<Long>>map((number) -> () -> this.participants
                .enrol(entry(number, "Fjellvåkbanken ASA", FJELLVAK, "d" + number + ".example"))
                .id())
            .toList();
        Set<Long> ids = threads.invokeAll(enrolments).stream().map(ParticipantsTests::done).collect(Collectors.toSet());
        threads.shutdown();
        assertThat(ids).hasSize(1);
        assertThat(this.participants.find(ids.iterator().next()).orElseThrow().listedDomains()).hasSize(24);
    }

    @Test
    void needsANameAndADomain() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(7, "Fjellvåkbanken ASA", FJELLVAK))
            .withMessage("TLS-2026-00007 enrols nobody: a company name and at least one domain are needed");
    }

    private static long done(Future<Long> future) {
        try {
            return future.get();
        }
        catch (Exception ex) {
            throw new AssertionError(ex);
        }
    }

    private static NewParticipant entry(int number, String organisation,
            @Nullable OrganisationNumber organisationNumber, String... domains) {
        String host = (domains.length > 0) ? domains[0] : "ingen.example";
        return new NewParticipant(new CaseNumber("TLS-2026-%05d".formatted(number)), organisation, organisationNumber,
                "Ingebjørg Prøvemo", new EmailAddress("tls@" + host), new EmailAddress("postmaster@" + host),
                "+4738000500", domains(domains), true, LocalDate.of(2026, 11, 3));
    }

    private static Set<DomainName> domains(String... names) {
        return Stream.of(names).map(DomainName::new).collect(Collectors.toUnmodifiableSet());
    }

}
