package dev.foyer.gateway.clients;

import dev.foyer.base.tls.MutualTls;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Whether a service answers anything at all: "there is nothing here" is an answer. Tells one that takes its time, while a
 * partition moves for instance, from one that is stopped or cut off. Thread-safe; many who ask at once cost one question.
 */
final class Pulse {

    private static final Duration PATIENCE = Duration.ofMillis(1_300);
    /** A question on a connection that is kept may have gone to an instance that stops; by then another connection is asked, too. */
    private static final Duration AGAIN = Duration.ofMillis(600);

    private static final Duration LATE = Duration.ofMillis(200);
    private static final Duration FRESH = Duration.ofMillis(500);

    private final URI address;
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
        this.address = address.resolve("/");
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
        CompletableFuture<Beat> told = new CompletableFuture<>();
        CompletableFuture<Beat> first = ask(PATIENCE, told);
        told.completeOnTimeout(Beat.SILENT, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        if (told.join() != Beat.SILENT) {
            return told.join();
        }
        CompletableFuture<Beat> either = new CompletableFuture<>();
        first.thenAccept(beat -> ifAnything(beat, either));
        CompletableFuture<Beat> second = ask(PATIENCE.minus(AGAIN), either);
        CompletableFuture.allOf(first, second).thenRun(() -> either.complete(Beat.SILENT));
        return either.join();
    }

    /** @param told whatever comes back */
    private CompletableFuture<Beat> ask(Duration patience, CompletableFuture<Beat> told) {
        long start = System.nanoTime();
        HttpRequest asked = HttpRequest.newBuilder(address).timeout(patience).build();
        return http.sendAsync(asked, BodyHandlers.discarding())
                .handle((_, failure) -> meaning(failure, System.nanoTime() - start - patience.toNanos()))
                .whenComplete((beat, _) -> ifAnything(beat, told));
    }

    private static void ifAnything(Beat beat, CompletableFuture<Beat> told) {
        if (beat != Beat.SILENT) {
            told.complete(beat);
        }
    }

    /** @param over how long after its patience it failed */
    private static Beat meaning(Throwable failure, long over) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return switch (cause) {
            case HttpTimeoutException _ when over <= LATE.toNanos() -> Beat.SILENT;
            case ConnectException _ -> Beat.REFUSED;
            // Nothing went wrong; or it is us who are slow; or a connection that was kept ended, or what came is no
            // answer: somebody is there.
            case null, default -> Beat.ANSWERED;
        };
    }
}
