package dev.foyer.meeting.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up by threads of its own: a name server that does not answer would hold a carrier of virtual threads, and with it
 * everybody. Whoever asks for a name that is being looked up waits for the same answer, so one name takes one thread; and a tenant has
 * a share of the threads, so that names that lead to dead name servers hold up nobody else's. Thread-safe.
 */
final class Names implements AutoCloseable {

    /** Of one tenant: more than the webhooks that one usually has. */
    static final int SHARE = 16;

    private static final int THREADS = 512;
    private static final long IDLE_SECONDS = 30;

    private final Lookup lookup;
    private final Duration patience;
    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Integer> byTenant = new ConcurrentHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("webhook-names-", 0).daemon().factory());

    /** All addresses of a name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    Names(Lookup lookup, Duration patience) {
        this.lookup = lookup;
        this.patience = patience;
    }

    /**
     * @param tenant who wants to know it
     * @throws UnknownHostException also when there is no answer in time
     * @throws BusyNames when it was not looked up
     */
    InetAddress[] of(String tenant, String host) throws UnknownHostException, InterruptedException, BusyNames {
        CompletableFuture<InetAddress[]> answer = underWay.computeIfAbsent(host, _ -> ask(tenant, host));
        if (answer == null) {
            throw new BusyNames();
        }
        answer.whenComplete((addresses, failure) -> underWay.remove(host, answer));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw new UnknownHostException(host);
        }
    }

    /** {@code null}: there is no thread for it. */
    private CompletableFuture<InetAddress[]> ask(String tenant, String host) {
        if (!begins(tenant)) {
            return null;
        }
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> answer(tenant, host, answer));
            return answer;
        } catch (RejectedExecutionException _) {
            ends(tenant);
            return null;
        }
    }

    private void answer(String tenant, String host, CompletableFuture<InetAddress[]> answer) {
        try {
            InetAddress[] addresses = lookup.of(host);
            ends(tenant);
            answer.complete(addresses);
        } catch (UnknownHostException | RuntimeException e) {
            ends(tenant);
            answer.completeExceptionally(e);
        }
    }

    private boolean begins(String tenant) {
        boolean[] has = new boolean[1];
        byTenant.compute(tenant, (_, many) -> {
            int now = many == null ? 0 : many;
            has[0] = now < SHARE;
            return has[0] ? now + 1 : now;
        });
        return has[0];
    }

    private void ends(String tenant) {
        byTenant.computeIfPresent(tenant, (_, many) -> many == 1 ? null : many - 1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
