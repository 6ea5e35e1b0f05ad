package dev.foyer.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.local.CannotRun;
import dev.foyer.local.secrets.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The public API as one account sees it. Any status is an answer; nobody there is a {@link CannotRun}. Thread-safe. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // One for all accounts: it ends with the process, and its threads are daemons.
    private static final HttpClient HTTP = client().build();

    private static volatile Watch watch = (_, _, _, _, _) -> {};

    private final URI base;
    private final Map<String, String> headers;
    private final Duration patience;
    private final HttpClient http;

    /** @param base address of the gateway, of the sink's view, or of a service */
    private Api(URI base, Map<String, String> headers, Duration patience, HttpClient http) {
        this.http = http;
        this.base = base;
        this.headers = headers;
        this.patience = patience;
    }

    /** Sees each answer before its asker does. */
    @FunctionalInterface
    public interface Watch {

        /** @param contentType empty when there is none; the body, too */
        void answered(String method, String path, int status, String contentType, String body);
    }

    /** From now on all answers are seen by that one, and by no other. */
    public static void watchedBy(Watch other) {
        watch = other;
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    /** Without any identity. */
    public static Api anonymous(URI base) {
        return new Api(base, Map.of(), PATIENCE, HTTP);
    }

    /** As that account, by HTTP Basic. */
    public static Api as(Account account, URI base) {
        return as(account.name(), account.password(), base);
    }

    /** With that name and password, by HTTP Basic. */
    public static Api as(String name, String password, URI base) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Api(
                base, Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)), PATIENCE, HTTP);
    }

    /**
     * As one of our own services: the internal API.
     *
     * @param tls proves our name, and believes only the service's
     */
    public static Api internal(URI base, SSLContext tls) {
        HttpClient peer =
                client().sslContext(tls).sslParameters(MutualTls.parameters()).build();
        return new Api(base, Map.of(), PATIENCE, peer);
    }

    /** The same, for questions that take their time. */
    public Api patient(Duration time) {
        return new Api(base, headers, time, http);
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Sends a JSON body made from maps, lists and plain values. */
    public Answer post(String path, Object body) {
        return send("POST", path, json(body), Map.of());
    }

    /** Replaces. */
    public Answer put(String path, Object body) {
        return send("PUT", path, json(body), Map.of());
    }

    /** The same account, with that header in each request. */
    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, Map.copyOf(more), patience, http);
    }

    /** Changes what the body names, by merge patch. */
    public Answer patch(String path, Object body) {
        return send("PATCH", path, json(body), Map.of("Content-Type", "application/merge-patch+json"));
    }

    /** Removes. */
    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends a body as it is, whether it is JSON or not. */
    public Answer send(String method, String path, String body, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            watch.answered(
                    method,
                    path,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), parse(response.body()), response.headers());
        } catch (IOException e) {
            throw new CannotRun("No answer from " + base + ": " + e + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while waiting for " + base + ".", e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What is no JSON is a text. */
    private static JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return TextNode.valueOf(new String(body, StandardCharsets.UTF_8));
        }
    }
}
