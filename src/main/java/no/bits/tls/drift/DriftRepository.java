package no.bits.tls.drift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;

import org.springframework.data.repository.Repository;

/** The drifts, by case number and by domain. */
interface DriftRepository extends Repository<Drift, Long> {

    Drift save(Drift drift);

    Optional<Drift> findByCaseNumber(String caseNumber);

    boolean existsByDomainAndStateAndExpiresAt(DomainName domain, Drift.State state, Instant expiresAt);

    List<Drift> findByParticipantIdOrderById(long participantId);

    Optional<Drift> findByDomainAndState(DomainName domain, Drift.State state);

}
