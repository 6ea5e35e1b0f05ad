package dev.foyer.meeting.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends one delivery over HTTP/1.1. The name is looked up here, each address is judged, and the connection goes to an address
 * that was, under the name for TLS; so it does not help to let the name lead elsewhere in between (H3). Redirects are not
 * followed, of an answer only the head counts, and what comes behind it is thrown away. Thread-safe.
 */
final class Receiver implements AutoCloseable {

    /** So much of an answer's body is read, so that the connection can be used again; if there is more it is closed. */
    private static final long MOST_OF_A_BODY = 16 * 1024;

    private static final int MOST_ADDRESSES = 2;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    /** Of all tenants together, some of whom use the same provider: more than anybody has at a time. */
    private static final int CONNECTIONS_TO_ONE = 4_096;

    private static final int IDLE_SECONDS = 20;

    private final Vertx vertx;
    private final HttpClient client;
    private final Names names;
    private final AddressRules rules;
    private final boolean httpIsEnough;
    private final Duration timeout;
    private final Clock clock;

    /** @param authorities PEM; empty: those that Java trusts */
    Receiver(
            Vertx vertx,
            Names names,
            AddressRules rules,
            boolean httpIsEnough,
            Optional<Path> authorities,
            Duration timeout,
            Clock clock) {
        this.vertx = vertx;
        this.names = names;
        this.rules = rules;
        this.httpIsEnough = httpIsEnough;
        this.timeout = timeout;
        this.clock = clock;
        HttpClientOptions options = new HttpClientOptions()
                .setVerifyHost(true)
                .setConnectTimeout((int) Math.min(LONGEST_CONNECT.toMillis(), timeout.toMillis()))
                .setSslHandshakeTimeout(timeout.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxPoolSize(CONNECTIONS_TO_ONE)
                .setKeepAliveTimeout(IDLE_SECONDS);
        authorities.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    /**
     * Blocks, for the configured time at most and a name server's. Never throws for what the other side does.
     *
     * @throws BusyNames when nothing was attempted
     */
    Attempt send(String tenant, String url, Map<String, String> headers, byte[] body)
            throws InterruptedException, BusyNames {
        long end = System.nanoTime() + timeout.toNanos();
        try {
            ReceiverUrl to = ReceiverUrl.of(url, httpIsEnough);
            List<InetAddress> addresses = to.addresses(tenant, names, rules);
            Attempt last = null;
            for (InetAddress address : addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()))) {
                try {
                    return exchange(to, address, headers, body, Math.max(1, end - System.nanoTime()));
                } catch (ConnectException e) {
                    last = Attempt.failed("nobody listens there");
                }
            }
            return last;
        } catch (ReceiverUrl.Refused e) {
            return Attempt.failed("the URL " + e.getMessage());
        } catch (UnknownHostException _) {
            return Attempt.failed("the host's name leads to no address");
        }
    }

    private Attempt exchange(ReceiverUrl to, InetAddress address, Map<String, String> headers, byte[] body, long nanos)
            throws InterruptedException, ConnectException {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(to.port(), address.getHostAddress()))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.isTls())
                .setURI(to.target());
        headers.forEach(options::putHeader);
        CompletableFuture<Attempt> done = new CompletableFuture<>();
        CompletableFuture<HttpClientRequest> sent = new CompletableFuture<>();
        client.request(options).onFailure(done::completeExceptionally).onSuccess(request -> {
            sent.complete(request);
            request.exceptionHandler(done::completeExceptionally);
            request.response()
                    .onFailure(done::completeExceptionally)
                    .onSuccess(response -> done.complete(head(response)));
            request.end(Buffer.buffer(body));
        });
        try {
            return done.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            sent.thenAccept(HttpClientRequest::reset);
            return Attempt.failed("did not answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private Attempt head(HttpClientResponse response) {
        throwAway(response);
        return Attempt.answered(
                response.statusCode(), RetryAfter.of(response.getHeader("retry-after"), clock.instant()));
    }

    private void throwAway(HttpClientResponse response) {
        HttpClientRequest request = response.request();
        long timer = vertx.setTimer(timeout.toMillis(), late -> request.reset());
        long[] bytes = {0};
        response.exceptionHandler(broken -> vertx.cancelTimer(timer));
        response.endHandler(end -> vertx.cancelTimer(timer));
        response.handler(some -> {
            bytes[0] += some.length();
            if (bytes[0] > MOST_OF_A_BODY) {
                request.reset();
            }
        });
    }

    /** Its messages may quote what the other side said, so they are not kept. */
    private static Attempt failed(Throwable why) throws ConnectException {
        if (why instanceof ConnectException refused) {
            throw refused;
        }
        for (Throwable one = why; one != null; one = one.getCause()) {
            if (one instanceof SSLException || one instanceof java.security.GeneralSecurityException) {
                return Attempt.failed(
                        "no TLS connection: its certificate is not valid for this host and now, or not" + " trusted");
            }
        }
        return Attempt.failed("the connection broke off");
    }

    @Override
    public void close() {
        client.close();
    }
}
