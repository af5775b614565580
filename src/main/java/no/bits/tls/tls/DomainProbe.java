package no.bits.tls.tls;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks at a domain's mail servers as a sender would and gives one verdict for each
 * requirement and each server. All servers of a domain are asked at the same time.
 */
@Service
public class DomainProbe implements DisposableBean {

    private final MailRoutes routes;

    private final ServerQuestions questions;

    private final MtaStsPolicies policies;

    private final Dns dns;

    private final TlsSettings settings;

    private final Clock clock;

    private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
        Thread thread = new Thread(task, "tls-probe");
        thread.setDaemon(true);
        return thread;
    });

    DomainProbe(MailRoutes routes, ServerQuestions questions, MtaStsPolicies policies, Dns dns, TlsSettings settings,
            Clock clock) {
        this.routes = routes;
        this.questions = questions;
        this.policies = policies;
        this.dns = dns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Checks a domain. Takes seconds as a rule; where servers are slow the deadline of
     * {@code backoffice.tls.timeouts.whole}, and where many wait for the same servers as
     * long as {@code backoffice.tls.pace.longest-wait} beside.
     * @param domain the domain, be it one that does not exist
     * @param freshness how old the answers may be
     * @return the report; whatever DNS, servers and network do becomes a verdict
     * @throws IllegalStateException if a transaction is active, which would hold a
     * database connection meanwhile
     */
    public DomainReport probe(DomainName domain, Freshness freshness) {
        refuseInsideTransaction();
        Instant askedAt = this.clock.instant();
        MailRoute route = this.routes.of(domain);
        Future<MtaSts> policy = this.threads.submit(() -> this.policies.of(domain, hosts(route)));
        List<Future<ServerReport>> asked = route.exchangers()
            .stream()
            .flatMap((exchanger) -> ask(exchanger, freshness))
            .toList();
        String reporting = Quote.of(String.join(" ", this.dns.texts("_smtp._tls." + domain.ascii(), "v=TLSRPTv1")));
        List<ServerReport> servers = asked.stream().map(DomainProbe::answer).toList();
        return new DomainReport(domain, askedAt, route, DomainVerdicts.setAside(servers),
                DomainVerdicts.of(domain, route, servers), inTime(policy), reporting);
    }

    @Override
    public void destroy() {
        this.threads.shutdownNow();
    }

    static void refuseInsideTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Mail servers are asked outside of transactions: they may take minutes");
        }
    }

    private Stream<Future<ServerReport>> ask(MailExchanger exchanger, Freshness freshness) {
        List<InetAddress> addresses = ServerAddresses.toAsk(exchanger, this.settings.ipv6());
        Stream<Future<ServerReport>> asked = addresses.stream()
            .map((address) -> this.threads.submit(
                    () -> this.questions.ask(address, exchanger, freshness).withPreference(exchanger.preference())));
        return Stream.concat(asked, DomainVerdicts.withoutAddress(exchanger, addresses, this.clock.instant())
            .map(CompletableFuture::completedFuture));
    }

    private MtaSts inTime(Future<MtaSts> policy) {
        try {
            return policy.get(this.settings.timeouts().policy().toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (TimeoutException ex) {
            policy.cancel(true);
            return MtaSts.unusable("", "no answer in time");
        }
        catch (InterruptedException ex) {
            throw interrupted(ex);
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException("The MTA-STS policy could not be read", ex);
        }
    }

    private static ServerReport answer(Future<ServerReport> asked) {
        try {
            return asked.get();
        }
        catch (InterruptedException ex) {
            throw interrupted(ex);
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException("A mail server could not be asked", ex);
        }
    }

    private static IllegalStateException interrupted(InterruptedException ex) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The check was interrupted", ex);
    }

    private static List<String> hosts(MailRoute route) {
        return route.exchangers().stream().map(MailExchanger::host).toList();
    }

}
