package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import dev.foyer.base.tls.MutualTls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;
import org.jboss.logging.Logger;

/** Sends many requests to their owner as one HTTP request. Blocks its caller, a virtual thread. Thread-safe. */
final class ForwardClient implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ForwardClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long CHECK_OWNER_MILLIS = 250;

    private final Strangers strangers;
    private final ForwardTimes times;
    private final BiConsumer<byte[], HttpRequest.Builder> proof;
    private final HttpClient http;

    /** @param transport how they are spoken to: nothing of a request leaves before the handshake has proved who is there */
    ForwardClient(Transport transport, Strangers strangers, ForwardTimes times) {
        this.strangers = strangers;
        this.times = times;
        this.proof = transport.proof();
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        transport.tls().ifPresent(tls -> builder.sslContext(tls).sslParameters(MutualTls.parameters()));
        this.http = builder.build();
    }

    /**
     * Sends them, and completes those that were answered. Nobody else is asked before the owner has answered, is gone, or
     * is the owner no more: asking again earlier would get the answer of a repetition, which has no secret in it.
     *
     * @param stillOwner asked now and then while the owner is silent
     */
    void send(Owner owner, List<RoutedRequest<?>> requests, BooleanSupplier stillOwner) throws InterruptedException {
        long began = System.nanoTime();
        boolean answered = false;
        try {
            HttpResponse<byte[]> response = exchange(httpRequest(owner, requests), stillOwner);
            if (response.statusCode() == 200) {
                complete(requests, Protocol.read(response.body(), Protocol.Response.class));
                answered = true;
            } else {
                LOG.debugf("The owner at %s answers with status %d.", owner.url(), response.statusCode());
                notNow(requests, "The owner answers with status " + response.statusCode() + "; try again.");
            }
        } catch (HttpTimeoutException e) {
            LOG.debugf("The owner at %s did not answer in time: %s", owner.url(), e);
            if (e instanceof HttpConnectTimeoutException) {
                notNow(requests, "The owner cannot be reached; try again.");
            } // else the time is over, and what was heard before is what they are told
        } catch (SSLHandshakeException e) {
            strangers.wrongCertificate(owner, e);
            notNow(requests, "The owner cannot be reached; try again.");
        } catch (IOException e) {
            LOG.debugf("The owner at %s cannot be asked: %s", owner.url(), e);
            notNow(requests, "The owner cannot be reached; try again.");
        } catch (IllegalArgumentException e) {
            LOG.debugf("The answer of %s: %s", owner.url(), e.getMessage());
            notNow(requests, "The owner cannot be understood; try again.");
        } finally {
            times.record(answered, System.nanoTime() - began);
        }
    }

    private HttpRequest httpRequest(Owner owner, List<RoutedRequest<?>> requests) {
        long left = requests.stream().mapToLong(RoutedRequest::nanosLeft).max().orElse(0);
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
        byte[] written = Protocol.write(
                millis, requests.stream().map(RoutedRequest::forwarded).toList());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(owner.url() + Protocol.PATH))
                .timeout(Duration.ofMillis(millis))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(written));
        proof.accept(written, request);
        return request.build();
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, BooleanSupplier stillOwner)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            while (true) {
                try {
                    return answer.get(CHECK_OWNER_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException silent) {
                    if (!stillOwner.getAsBoolean()) {
                        throw new IOException("It is silent, and the group has given the partition to another");
                    }
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // nothing when it is done
        }
    }

    private static void complete(List<RoutedRequest<?>> requests, Protocol.Response response) {
        if (response.outcomes().size() != requests.size()) {
            throw new IllegalArgumentException("Another number of outcomes than of requests");
        }
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).complete(response.outcomes().get(i));
        }
    }

    private static void notNow(List<RoutedRequest<?>> requests, String detail) {
        requests.forEach(request -> request.notNow(new Unavailable(Reason.MOVED, detail)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
