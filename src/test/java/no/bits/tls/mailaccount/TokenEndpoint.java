package no.bits.tls.mailaccount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A provider's token endpoint (RFC 6749) and what its mail servers ask (RFC 7662), over
 * real HTTP.
 */
public final class TokenEndpoint implements AutoCloseable {

    /** Whose mailbox the tokens open. */
    public static final String USER = "tls@bits.no";

    /** What the application shows for itself. */
    public static final String SECRET = "Multebaer+i/august";

    private final List<String> issued = new CopyOnWriteArrayList<>();

    private final List<String> requests = new CopyOnWriteArrayList<>();

    private final Set<String> valid = ConcurrentHashMap.newKeySet();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final HttpServer server;

    private volatile Answer refusal = new Answer(200, "");

    private volatile Consumer<String> listener = (token) -> {
    };

    private volatile Duration delay = Duration.ZERO;

    /** Starts it on a free port of loopback. */
    public TokenEndpoint() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.server.createContext("/token", this::token);
        this.server.createContext("/introspect", this::introspect);
        this.server.setExecutor(this.threads);
        this.server.start();
    }

    /** An account here, whose secret is right. */
    public MailAccount account() {
        return account(Clock.systemUTC(), SECRET, Duration.ofSeconds(30));
    }

    /** An account that nobody has. */
    public static MailAccount none() {
        return new MailAccount(
                new MailAccountSettings(null, "", "", "client_secret_basic", "mail", Duration.ofSeconds(30)),
                Clock.systemUTC());
    }

    MailAccount account(Clock clock, String secret, Duration timeout) {
        return new MailAccount(
                new MailAccountSettings(uri("/token"), "backoffice", secret, "client_secret_basic", "mail", timeout),
                clock);
    }

    /** Where a mail server asks whether a token is good. */
    public URI introspection() {
        return uri("/introspect");
    }

    /** Every token that was given out. */
    public List<String> issued() {
        return List.copyOf(this.issued);
    }

    /** What the application sent with each request for a token. */
    List<String> requests() {
        return List.copyOf(this.requests);
    }

    /** Makes every token given out so far worthless before its time. */
    public void revokeAll() {
        this.valid.clear();
    }

    /** Tells of each token that is given out. */
    public void onIssue(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Gives out no tokens, but this answer. */
    void refuseWith(int status, String answer) {
        this.refusal = new Answer(status, answer);
    }

    /** Gives out tokens, each after a while. */
    void delayBy(Duration delay) {
        this.delay = delay;
    }

    @Override
    public void close() {
        this.server.stop(0);
        this.threads.shutdownNow();
    }

    private void token(HttpExchange exchange) throws IOException {
        this.requests.add(body(exchange));
        pause();
        if (this.refusal.status() != 200) {
            answer(exchange, this.refusal);
        }
        else if (isApplication(exchange)) {
            answer(exchange, new Answer(200, """
                    {"token_type":"Bearer","expires_in":3600,"access_token":"%s"}""".formatted(issue())));
        }
        else {
            answer(exchange, new Answer(401, """
                    {"error":"invalid_client","error_description":"Invalid client secret provided"}"""));
        }
    }

    private void introspect(HttpExchange exchange) throws IOException {
        boolean active = this.valid.contains(body(exchange).replaceFirst("^token=([^&]*).*", "$1"));
        answer(exchange, new Answer(200,
                active ? "{\"active\":true,\"username\":\"%s\"}".formatted(USER) : "{\"active\":false}"));
    }

    private String issue() {
        String token = "token-" + UUID.randomUUID();
        this.issued.add(token);
        this.valid.add(token);
        this.listener.accept(token);
        return token;
    }

    private void pause() {
        try {
            Thread.sleep(this.delay.toMillis());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(this.server.getAddress().getPort(), path));
    }

    private static boolean isApplication(HttpExchange exchange) {
        String expected = Base64.getEncoder()
            .encodeToString("backoffice:Multebaer%2Bi%2Faugust".getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /**
     * An answer over HTTP.
     *
     * @param status its status
     * @param body its JSON
     */
    private record Answer(int status, String body) {
    }

}
