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
    private final Optional<String> tenant;
    private final Duration patience;

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
        this(signedIn, trace, waiting, reason, Optional.empty(), PATIENCE);
    }

    /** @param tenant of which tenant, for who is of none */
    public Gateway(SignedIn signedIn, Trace trace, Waiting waiting, Optional<String> reason, Optional<String> tenant) {
        this(signedIn, trace, waiting, reason, tenant, PATIENCE);
    }

    Gateway(
            SignedIn signedIn,
            Trace trace,
            Waiting waiting,
            Optional<String> reason,
            Optional<String> tenant,
            Duration patience) {
        this.patience = patience;
        this.tenant = tenant;
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

    /** Asks for something to be done, once, whatever happens on the way; the next line that asks for it asks anew. */
    public JsonNode post(String path, Object body) {
        return send("POST", path, body, Key.ofNow());
    }

    /** The same under a key that the same line will have again. */
    public JsonNode post(String path, Object body, String key) {
        return send("POST", path, body, Key.kept(key));
    }

    /** Changes what the body names; the next line asks anew. */
    public JsonNode patch(String path, Object body) {
        return send("PATCH", path, body, Key.ofNow());
    }

    /** Changes what the body names, under a key that the same line will have again. */
    public JsonNode patch(String path, Object body, String key) {
        return send("PATCH", path, body, Key.kept(key));
    }

    /** Puts, under a key that the same line will have again. */
    public JsonNode put(String path, Object body, String key) {
        return send("PUT", path, body, Key.kept(key));
    }

    /** Removes; the next line asks anew. */
    public JsonNode delete(String path) {
        return send("DELETE", path, null, Key.ofNow());
    }

    /** Removes, under a key that the same line will have again. */
    public JsonNode delete(String path, String key) {
        return send("DELETE", path, null, Key.kept(key));
    }

    /**
     * What makes two requests one.
     *
     * @param again whether the same line has it again; null stands for no key at all: it is only read
     */
    private record Key(String text, boolean again) {

        static Key ofNow() {
            return new Key(UUID.randomUUID().toString(), false);
        }

        static Key kept(String text) {
            return new Key(text, true);
        }

        /** What becomes of a request without an answer. */
        static String unanswered(Key key) {
            if (key == null) {
                return ".";
            }
            return "; whether it was done is not known: "
                    + (key.again() ? "the same line again does it once." : "look before you ask for it again.");
        }
    }

    private JsonNode send(String method, String path, Object body, Key key) {
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

    private HttpResponse<String> exchange(String method, String path, Object body, Key key) {
        String text = body == null ? null : Json.line(body);
        HttpRequest.Builder request = request(path)
                .timeout(patience)
                .method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        if (text != null) {
            request.setHeader(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (key != null) {
            request.setHeader("Idempotency-Key", key.text());
            reason.ifPresent(why -> request.setHeader("X-Reason", HeaderText.of(why)));
        }
        trace.sent(method, profile().url().resolve(path).toString(), text);
        long begin = System.nanoTime();
        HttpResponse<String> answer = answered(request.build(), BodyHandlers.ofString(), key);
        trace.came(answer.statusCode(), (System.nanoTime() - begin) / 1_000_000);
        return answer;
    }

    /** A stream of server-sent events; the caller closes it. */
    public InputStream stream(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        headers.forEach(request::setHeader);
        trace.sent("GET", profile().url().resolve(path).toString(), null);
        HttpResponse<InputStream> answer = answered(request.build(), BodyHandlers.ofInputStream(), null);
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
        HttpRequest.Builder request = HttpRequest.newBuilder(profile().url().resolve(path))
                .setHeader("Accept", "application/json, application/problem+json")
                .setHeader("Authorization", signedIn.header());
        tenant.ifPresent(name -> request.setHeader("Foyer-Tenant", name));
        return request;
    }

    private <T> HttpResponse<T> answered(HttpRequest request, HttpResponse.BodyHandler<T> handler, Key key) {
        try {
            return Http.client(profile().url()).send(request, handler);
        } catch (HttpTimeoutException e) {
            throw new CtlException(
                    ExitCode.AWAY,
                    profile().url() + " did not answer within " + patience.toSeconds() + " s" + Key.unanswered(key));
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
