package no.bits.tls.login;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A program that asks the engine's REST interface something, with an expression where it
 * can.
 *
 * @param base where the application is
 * @param password a user, a colon and a password; empty for none
 * @param origin whose page makes a browser ask; empty for a program
 */
record Program(String base, String password, String origin) {

    private static final String BODY = "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}";

    Program ofPage(String origin) {
        return new Program(this.base, this.password, origin);
    }

    /** Sends a request; returns the status of the answer. */
    int send(String method, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
            .header("Content-Type", "application/json")
            .method(method, method.equals("POST") ? BodyPublishers.ofString(BODY) : BodyPublishers.noBody());
        if (!this.password.isEmpty()) {
            request.header("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(this.password.getBytes(StandardCharsets.UTF_8)));
        }
        if (!this.origin.isEmpty()) {
            request.header("Origin", this.origin);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
    }

}
