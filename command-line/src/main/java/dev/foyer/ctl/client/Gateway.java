package dev.foyer.ctl.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The public API as one profile sees it. What is refused is {@link Refused}; who does not answer is away. */
public final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 5;
    private static final int LONGEST_WAIT = 10;

    private final SignedIn signedIn;
    private final Trace trace;
    private final Waiting waiting;
    private final Optional<String> reason;

    /** One that says no reason. */
    public Gateway(SignedIn signedIn, Trace trace, Waiting waiting) {
        this(signedIn, trace, waiting, Optional.empty());
    }

    /**
     * @param trace told of each request
     * @param waiting told when we wait because the gateway asked for it
     * @param reason why, said with everything that changes something
     */
    public Gateway(SignedIn signedIn, Trace trace, Waiting waiting, Optional<String> reason) {
        this.signedIn = signedIn;
        this.trace = trace;
        this.waiting = waiting;
        this.reason = reason;
    }

    /** For {@code --verbose}: never a header with a secret, never the body of an answer. */
    public interface Trace {

        /** What is sent; {@code body} is null when there is none. */
        void sent(String method, String url, String body);

        /** What came. */
        void came(int status, long millis);
    }

    /** Waits so long, or says false when that is too long here; throws when somebody does not want to wait any more. */
    public interface Waiting {
        boolean seconds(int seconds, String why);
    }

    /** Who asks. */
    public Profile profile() {
        return signedIn.profile();
    }

    /** Reads. */
    public JsonNode get(String path) {
        return send("GET", path, null, null);
    }

    /** Asks for something to be done, once, whatever happens on the way. */
    public JsonNode post(String path, Object body) {
        return send("POST", path, body, UUID.randomUUID().toString());
    }

    /** The same under a key that a later try will have, too. */
    public JsonNode post(String path, Object body, String key) {
        return send("POST", path, body, key);
    }

    /** Changes what the body names. */
    public JsonNode patch(String path, Object body, String key) {
        return send("PATCH", path, body, key);
    }

    /** Puts. */
    public JsonNode put(String path, Object body, String key) {
        return send("PUT", path, body, key);
    }

    /** Removes. */
    public JsonNode delete(String path, String key) {
        return send("DELETE", path, null, key);
    }

    private JsonNode send(String method, String path, Object body, String key) {
        boolean renewed = false;
        for (int tried = 1; ; tried++) {
            HttpResponse<String> answer = exchange(method, path, body, key);
            if (answer.statusCode() < 300) {
                return answer.body().isEmpty() ? Json.parse("{}") : Json.parse(answer.body());
            }
            Refused refused = Refused.of(answer.statusCode(), Json.parse(answer.body()), profile());
            if (refused.status() == 401 && !renewed && signedIn.renew()) {
                renewed = true;
                continue;
            }
            int wait = answer.headers()
                    .firstValue("Retry-After")
                    .filter(text -> text.matches("\\d{1,6}"))
                    .map(Integer::parseInt)
                    .orElse(1);
            boolean busy = refused.status() == 503 && tried < TRIES && wait <= LONGEST_WAIT;
            if (!busy && refused.status() != 429 || !waiting.seconds(wait, refused.getMessage())) {
                throw refused;
            }
        }
    }

    private HttpResponse<String> exchange(String method, String path, Object body, String key) {
        String text = body == null ? null : Json.line(body);
        HttpRequest.Builder request = request(path)
                .timeout(PATIENCE)
                .method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        if (text != null) {
            request.setHeader(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (key != null) {
            request.setHeader("Idempotency-Key", key);
            reason.ifPresent(why -> request.setHeader("X-Reason", why));
        }
        trace.sent(method, profile().url().resolve(path).toString(), text);
        long begin = System.nanoTime();
        HttpResponse<String> answer = answered(request.build(), BodyHandlers.ofString());
        trace.came(answer.statusCode(), (System.nanoTime() - begin) / 1_000_000);
        return answer;
    }

    /** A stream of server-sent events; the caller closes it. */
    public InputStream stream(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        headers.forEach(request::setHeader);
        trace.sent("GET", profile().url().resolve(path).toString(), null);
        HttpResponse<InputStream> answer = answered(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() < 300) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            throw Refused.of(
                    answer.statusCode(),
                    Json.parse(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)),
                    profile());
        } catch (IOException e) {
            throw away(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(profile().url().resolve(path))
                .setHeader("Accept", "application/json, application/problem+json")
                .setHeader("Authorization", signedIn.header());
    }

    private <T> HttpResponse<T> answered(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return Http.client(profile().url()).send(request, handler);
        } catch (HttpTimeoutException e) {
            throw new CtlException(
                    ExitCode.AWAY,
                    profile().url() + " did not answer within " + PATIENCE.toSeconds()
                            + " s; whether it was done is not known: the same line again does it once.");
        } catch (IOException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CtlException(ExitCode.STOPPED, "Stopped.");
        }
    }

    private CtlException away(IOException e) {
        return Http.away(profile().url(), e);
    }
}
