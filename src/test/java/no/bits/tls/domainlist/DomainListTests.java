package no.bits.tls.domainlist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import no.bits.tls.TestDatabase;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class DomainListTests {

    private static final ListedDomain GRAMAKE = Rows.row("Gråmåke Sparebank", "805208279", "gramake.example", false);

    private static final ListedDomain HEILO = Rows.row("Heilo Regnskap SA", "807741691", "heilo.example", false);

    private static final ListedDomain HEILO_ENFORCES = Rows.row("Heilo Regnskap SA", "807741691", "heilo.example",
            true);

    @Autowired
    DomainList list;

    @Autowired
    DomainListRepository repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nothingIsPublished() {
        this.jdbc.sql("truncate domain_list_version, domain_list_entry").update();
    }

    @Test
    void isEmptyBeforeTheFirstPublication() {
        assertThat(this.list.latest().number()).isZero();
        assertThat(this.list.latest()).isEqualTo(this.list.find(0));
        assertThat(this.list.current()).isEmpty();
        assertThat(this.list.on(LocalDate.of(2026, 11, 23))).isEmpty();
    }

    @Test
    void numbersEachPublicationAndKeepsEveryVersion() {
        assertThat(this.list.publish(number(1), List.of(HEILO, GRAMAKE))).isEqualTo(1);
        assertThat(this.list.publish(number(2), List.of(HEILO_ENFORCES))).isEqualTo(2);
        assertThat(this.list.withdraw(number(3), Set.of(GRAMAKE.domain()))).isEqualTo(3);
        assertThat(this.list.version(1)).containsExactly(GRAMAKE, HEILO);
        assertThat(this.list.version(2)).containsExactly(GRAMAKE, HEILO_ENFORCES);
        assertThat(this.list.current()).containsExactly(HEILO_ENFORCES);
        assertThat(this.list.listed(HEILO.domain())).hasValue(HEILO_ENFORCES);
        assertThat(this.list.listed(GRAMAKE.domain())).isEmpty();
        assertThat(this.list.latest().domains()).isEqualTo(1);
    }

    @Test
    void tellsWhatChangedBetweenAnyTwoVersions() {
        this.list.publish(number(1), List.of(HEILO, GRAMAKE));
        this.list.publish(number(2), List.of(HEILO_ENFORCES));
        this.list.withdraw(number(3), Set.of(GRAMAKE.domain()));
        this.list.publish(number(4), List.of(HEILO));
        Difference.Change turnedJa = new Difference.Change(HEILO, HEILO_ENFORCES);
        assertThat(this.list.difference(1, 3))
            .isEqualTo(new Difference(List.of(), List.of(GRAMAKE), List.of(turnedJa)));
        assertThat(this.list.difference(0, 1)).isEqualTo(new Difference(List.of(GRAMAKE, HEILO), List.of(), List.of()));
        assertThat(this.list.difference(1, 2)).isEqualTo(new Difference(List.of(), List.of(), List.of(turnedJa)));
        assertThat(this.list.difference(2, 2)).isEqualTo(new Difference(List.of(), List.of(), List.of()));
    }

    @Test
    void takesARowThatChangedAndChangedBackForTheSame() {
        this.list.publish(number(1), List.of(HEILO));
        this.list.publish(number(2), List.of(HEILO_ENFORCES));
        this.list.publish(number(3), List.of(HEILO));
        assertThat(this.list.difference(1, 3).changed()).isEmpty();
    }

    @Test
    void publishesACaseOnce() {
        this.list.publish(number(1), List.of(HEILO));
        this.list.publish(number(2), List.of(HEILO_ENFORCES, GRAMAKE));
        assertThat(this.list.publish(number(1), List.of(HEILO))).isEqualTo(1);
        assertThat(this.list.publish(number(2), List.of(GRAMAKE, HEILO_ENFORCES))).isEqualTo(2);
        assertThat(this.list.withdraw(number(3), Set.of(new DomainName("ukjent.example")))).isEqualTo(2);
        assertThat(this.list.latest().number()).isEqualTo(2);
    }

    @Test
    void publishesAgainWhatTheSameCaseAdds() {
        this.list.publish(number(1), List.of(HEILO));
        assertThat(this.list.publish(number(1), List.of(HEILO, GRAMAKE))).isEqualTo(2);
        assertThat(this.list.difference(1, 2).added()).containsExactly(GRAMAKE);
    }

    @Test
    void answersForAnyDayInOslo() {
        at("2026-03-02T22:59:59.7Z", (list) -> list.publish(number(1), List.of(HEILO)));
        at("2026-03-03T22:59:59Z", (list) -> list.publish(number(2), List.of(GRAMAKE)));
        at("2026-03-03T23:00:00Z", (list) -> list.withdraw(number(3), Set.of(HEILO.domain())));
        assertThat(this.list.on(LocalDate.of(2026, 3, 1))).isEmpty();
        assertThat(this.list.on(LocalDate.of(2026, 3, 2))).containsExactly(HEILO);
        assertThat(this.list.on(LocalDate.of(2026, 3, 3))).containsExactly(GRAMAKE, HEILO);
        assertThat(this.list.on(LocalDate.of(2026, 3, 4))).containsExactly(GRAMAKE);
        assertThat(this.list.on(Instant.parse("2026-03-02T22:59:58Z"))).isEmpty();
        assertThat(this.list.on(Instant.parse("2026-03-02T22:59:59Z"))).containsExactly(HEILO);
    }

    @Test
    void neverPublishesBeforeTheVersionBefore() {
        at("2026-03-03T12:00:05Z", (list) -> list.publish(number(1), List.of(HEILO)));
        at("2026-03-03T12:00:00Z", (list) -> list.publish(number(2), List.of(GRAMAKE)));
        assertThat(this.list.latest().publishedAt()).isEqualTo("2026-03-03T12:00:05Z");
    }

    @Test
    void knowsTheChecksumOfItsFile() {
        this.list.publish(number(1), List.of(HEILO, GRAMAKE));
        assertThat(this.list.latest().sha256()).isEqualTo(CsvFile.sha256Of(this.list.current()));
    }

    @Test
    void refusesAVersionThatWasNeverPublished() {
        this.list.publish(number(1), List.of(HEILO));
        assertThatExceptionOfType(UnknownVersion.class).isThrownBy(() -> this.list.find(41))
            .withMessage("The Domain List has no version 41: ask for one of the versions 1 to 1");
    }

    @Test
    void leavesNoGapHoweverManyPublishAtOnceOrFail() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Long>> publications = IntStream.rangeClosed(1, 40)
            .<Callable<Long>>mapToObj((number) -> () -> this.transaction.execute((status) -> {
                if (number % 4 == 0) {
                    status.setRollbackOnly();
                }
                return this.list.publish(number(number),
                        List.of(Rows.row("Bank " + number, "805208279", "d" + number + ".example", true)));
            }))
            .toList();
        for (Future<Long> publication : threads.invokeAll(publications)) {
            publication.get();
        }
        threads.shutdown();
        assertThat(this.jdbc.sql("select number from domain_list_version order by number").query(Long.class).list())
            .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(this.list.current()).hasSize(30);
        assertThat(this.list.latest().sha256()).isEqualTo(CsvFile.sha256Of(this.list.current()));
    }

    private void at(String moment, Consumer<DomainList> change) {
        DomainList then = new DomainList(this.repository, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
        this.transaction.executeWithoutResult((status) -> change.accept(then));
    }

    private static CaseNumber number(int number) {
        return new CaseNumber("TLS-2026-%05d".formatted(number));
    }

}
