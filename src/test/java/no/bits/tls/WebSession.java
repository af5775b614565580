package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A person's session with the web pages, as a browser keeps it: cookies, and the token
 * for changes.
 */
public final class WebSession {

    private final CookieManager cookies = new CookieManager();

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

    private final String base;

    private String language = "";

    private WebSession(int port) {
        this.base = "http://localhost:" + port;
    }

    /**
     * A session of somebody who has not logged in.
     * @param port where the application listens
     * @return the session
     */
    public static WebSession ofNobody(int port) {
        return new WebSession(port);
    }

    /**
     * Logs in to one of the platform's applications.
     * @param port where the application listens
     * @param user who; the password is the same word
     * @param application for example {@code tasklist}
     * @return the session, also where the log-in was refused
     */
    public static WebSession of(int port, String user, String application) {
        return of(port, user, user, application);
    }

    /**
     * Logs in to one of the platform's applications.
     * @param port where the application listens
     * @param user who
     * @param password the password
     * @param application for example {@code tasklist}
     * @return the session, also where the log-in was refused
     */
    public static WebSession of(int port, String user, String password, String application) {
        WebSession session = new WebSession(port);
        session.logIn(user, password, application);
        session.get("/camunda/app/%s/default/".formatted(application));
        return session;
    }

    /**
     * Tries a name and a password.
     * @param user who
     * @param password the password
     * @param application for example {@code tasklist}
     * @return the answer
     */
    public HttpResponse<String> logIn(String user, String password, String application) {
        get("/camunda/app/%s/default/".formatted(application));
        return send("POST", "/camunda/api/admin/auth/user/default/login/" + application,
                "application/x-www-form-urlencoded",
                "username=%s&password=%s".formatted(encoded(user), encoded(password)), true);
    }

    /**
     * Asks for pages in a language from now on; before, for none.
     * @param language as browsers name it, for example {@code en-GB}
     * @return the same session
     */
    public WebSession in(String language) {
        this.language = language;
        return this;
    }

    /**
     * The id that its cookie carries.
     * @return the id
     */
    public String id() {
        return cookie("JSESSIONID");
    }

    /**
     * Gets a page.
     * @param path the path and query
     * @return the answer
     */
    public HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(this.base + path)).header("Accept", "*/*").GET());
    }

    /**
     * Opens a page as a browser does.
     * @param path from the root
     * @return the answer
     */
    public HttpResponse<String> open(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(this.base + path)).header("Accept", "text/html").GET());
    }

    /**
     * Sends JSON with the session's token.
     * @param method the method
     * @param path the path
     * @param json the body
     * @return the answer
     */
    public HttpResponse<String> send(String method, String path, String json) {
        return send(method, path, "application/json", json, true);
    }

    /**
     * Sends JSON as a page of another site would make the browser send it: with the
     * cookies, without the token.
     * @param method the method
     * @param path the path
     * @param json the body
     * @return the answer
     */
    public HttpResponse<String> sendFromAnotherSite(String method, String path, String json) {
        return send(method, path, "application/json", json, false);
    }

    /**
     * Sends a form as a browser does.
     * @param path the path
     * @param fields the form's fields
     * @return the answer, also where it leads elsewhere
     */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        String form = fields.entrySet()
            .stream()
            .map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", form, false);
    }

    private HttpResponse<String> send(String method, String path, String type, String body, boolean token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .method(method, BodyPublishers.ofString(body));
        if (token) {
            request.header("X-XSRF-TOKEN", token());
        }
        return exchange(request);
    }

    private String token() {
        return cookie("XSRF-TOKEN");
    }

    private String cookie(String name) {
        return this.cookies.getCookieStore()
            .getCookies()
            .stream()
            .filter((cookie) -> cookie.getName().equals(name))
            .map(HttpCookie::getValue)
            .reduce((older, newer) -> newer)
            .orElse("none");
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        if (!this.language.isEmpty()) {
            request.header("Accept-Language", this.language);
        }
        try {
            return this.client.send(request.build(), BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", ex);
        }
    }

}
