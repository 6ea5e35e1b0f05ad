package dev.foyer.gateway.clients;

import dev.foyer.base.tls.MutualTls;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Whether a service answers anything at all: "there is nothing here" is an answer. Tells one that takes its time, while a
 * partition moves for instance, from one that is stopped or cut off. Thread-safe; many who ask at once cost one question.
 */
final class Pulse {

    private static final Duration PATIENCE = Duration.ofMillis(1_300);
    private static final Duration LATE = Duration.ofMillis(200);
    private static final Duration FRESH = Duration.ofMillis(500);

    private final HttpRequest question;
    private final HttpClient http;
    private Beat last;
    private long lastNanos = System.nanoTime() - FRESH.toNanos();

    /** What becomes of a question. */
    enum Beat {
        /** The service is there. */
        ANSWERED,
        /** Nobody listens. What was begun before may be answered all the same: who stops closes its port first. */
        REFUSED,
        /** Nothing came back: it hangs, or is cut off. */
        SILENT
    }

    /**
     * @param address of the service
     * @param tls proves who we are, and believes only that service's name; nothing for plain HTTP, which is for tests
     */
    Pulse(URI address, Optional<SSLContext> tls) {
        this.question =
                HttpRequest.newBuilder(address.resolve("/")).timeout(PATIENCE).build();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        tls.ifPresent(context -> builder.sslContext(context).sslParameters(MutualTls.parameters()));
        this.http = builder.build();
    }

    /** Blocks its caller, a virtual thread, for a second and a half at most; as old as half a second. */
    synchronized Beat beat() {
        if (System.nanoTime() - lastNanos >= FRESH.toNanos()) {
            last = ask();
            lastNanos = System.nanoTime();
        }
        return last;
    }

    private Beat ask() {
        long start = System.nanoTime();
        try {
            http.send(question, BodyHandlers.discarding());
            return Beat.ANSWERED;
        } catch (HttpTimeoutException _) {
            boolean late = System.nanoTime() - start > PATIENCE.plus(LATE).toNanos();
            return late ? Beat.ANSWERED : Beat.SILENT; // late: it is us who are slow
        } catch (ConnectException _) {
            return Beat.REFUSED;
        } catch (IOException _) {
            return Beat.ANSWERED; // a connection that was kept ended, or what came is no answer: somebody is there
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Beat.ANSWERED;
        }
    }
}
