package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** One request to an owner's door, with many asks. Blocks its caller, a virtual thread. Thread-safe. */
final class ForwardClient implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ForwardClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final long LOOK_AGAIN_MILLIS = 250;

    private final String authorization;
    private final HttpClient http;

    /** @param authorization the header that our instances show to each other */
    ForwardClient(String authorization) {
        this.authorization = authorization;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /**
     * Asks, and settles what was answered. Nobody else is asked before the owner has answered, is gone, or is the owner
     * no more: to ask again earlier would get the answer of a repetition, which has no secret in it.
     *
     * @param stillOwner asked now and then while the owner is silent
     */
    void ask(Owner owner, List<RoutedRequest<?>> wishes, BooleanSupplier stillOwner) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = send(request(owner, wishes), stillOwner);
            if (response.statusCode() == 200) {
                settle(wishes, Protocol.read(response.body(), Protocol.Response.class));
            } else {
                LOG.debugf("The door at %s answers with status %d.", owner.url(), response.statusCode());
                notNow(wishes, "The owner's door answers with status " + response.statusCode() + "; try again.");
            }
        } catch (IOException e) {
            LOG.debugf("The owner at %s cannot be asked: %s", owner.url(), e);
            notNow(wishes, "The owner cannot be reached; try again.");
        } catch (IllegalArgumentException e) {
            LOG.debugf("The hop to %s: %s", owner.url(), e.getMessage());
            notNow(wishes, "The owner cannot be understood; try again.");
        }
    }

    private HttpRequest request(Owner owner, List<RoutedRequest<?>> wishes) {
        long left = wishes.stream().mapToLong(RoutedRequest::nanosLeft).max().orElse(0);
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
        var body = new Protocol.Request(
                Protocol.HOPS,
                millis,
                wishes.stream().map(RoutedRequest::written).toList());
        return HttpRequest.newBuilder(URI.create(owner.url() + Protocol.PATH))
                .timeout(Duration.ofMillis(millis))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Protocol.write(body)))
                .build();
    }

    private HttpResponse<byte[]> send(HttpRequest request, BooleanSupplier stillOwner)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            while (true) {
                try {
                    return answer.get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
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

    private static void settle(List<RoutedRequest<?>> wishes, Protocol.Response response) {
        if (response.outcomes().size() != wishes.size()) {
            throw new IllegalArgumentException("Another number of outcomes than of asks");
        }
        for (int i = 0; i < wishes.size(); i++) {
            wishes.get(i).settle(response.outcomes().get(i));
        }
    }

    private static void notNow(List<RoutedRequest<?>> wishes, String detail) {
        wishes.forEach(wish -> wish.notNow(new Unavailable(Reason.MOVED, detail)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
