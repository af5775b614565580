package no.bits.tls.tls;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import no.bits.tls.tls.Turn.Later;
import no.bits.tls.tls.Turn.Taken;

import org.springframework.stereotype.Component;

/**
 * Waits for a turn to connect to a mail server, without a database connection, and sees
 * to it that the turn ends.
 */
@Component
class Turns {

    private final PaceTable table;

    private final TlsSettings settings;

    Turns(PaceTable table, TlsSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /**
     * Asks a server, or takes what somebody else has found.
     * @param address where it is
     * @param host its name
     * @param freshness how old the answer of somebody else may be
     * @param question asks, knowing the number of the turn
     * @return the answer, or nothing where the turn did not come in time
     */
    Optional<ServerReport> shared(InetAddress address, String host, Freshness freshness,
            Function<Taken, ServerReport> question) {
        return await(() -> this.table.ask(address.getHostAddress(), host, freshness))
            .map((turn) -> (turn instanceof Taken taken) ? answer(taken, question) : ((Turn.Shared) turn).report());
    }

    /**
     * Asks a server what nobody else wants to know.
     * @param address where it is
     * @param host its name
     * @param question asks
     * @param <T> the kind of answer
     * @return the answer, or nothing where the turn did not come in time
     */
    <T> Optional<T> alone(InetAddress address, String host, Supplier<T> question) {
        return await(() -> this.table.askAlone(address.getHostAddress(), host, 0)).map((turn) -> {
            try {
                return question.get();
            }
            finally {
                this.table.finish(((Taken) turn).id(), null);
            }
        });
    }

    /**
     * Waits for a second connection within a turn.
     * @param turn the turn
     * @param address where the server is
     * @param host its name
     * @return whether it may be made
     */
    boolean again(Taken turn, InetAddress address, String host) {
        Optional<Turn> second = await(() -> this.table.askAlone(address.getHostAddress(), host, turn.id()));
        second.ifPresent((taken) -> this.table.finish(((Taken) taken).id(), null));
        return second.isPresent();
    }

    private ServerReport answer(Taken turn, Function<Taken, ServerReport> question) {
        ServerReport report = null;
        try {
            report = question.apply(turn);
            return report;
        }
        finally {
            this.table.finish(turn.id(), report);
        }
    }

    private Optional<Turn> await(Supplier<Turn> request) {
        long start = System.nanoTime();
        Turn turn = request.get();
        while (turn instanceof Later later) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.plus(later.time()).compareTo(this.settings.pace().longestWait()) > 0 || !sleep(later.time())) {
                return Optional.empty();
            }
            turn = request.get();
        }
        return Optional.of(turn);
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis() + 1);
            return true;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

}
