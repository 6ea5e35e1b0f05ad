package dev.foyer.meeting.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up by threads of its own: a name server that does not answer would hold a carrier of virtual threads, and with it
 * everybody. Whoever asks for a name that is being looked up waits for the same answer, so one name takes one thread.
 */
final class Names implements AutoCloseable {

    private static final int THREADS = 64;

    private final Lookup lookup;
    private final Duration patience;
    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("webhook-names-", 0).daemon().factory());

    /** All addresses of a name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    Names(Lookup lookup, Duration patience) {
        this.lookup = lookup;
        this.patience = patience;
    }

    /** @throws UnknownHostException also when there is no answer in time */
    InetAddress[] of(String host) throws UnknownHostException, InterruptedException {
        CompletableFuture<InetAddress[]> answer = underWay.computeIfAbsent(host, this::ask);
        answer.whenComplete((addresses, failure) -> underWay.remove(host, answer));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw new UnknownHostException(host);
        }
    }

    private CompletableFuture<InetAddress[]> ask(String host) {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(lookup.of(host));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
