package dev.foyer.eventsourcing.internal.routing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Where owners may be, and how they are spoken to. Whoever may join the group can call itself anything: the pattern says
 * which addresses are asked at all, the handshake whether the service is there.
 *
 * @param urls what a member's URL must match as a whole
 * @param tls proves who we are, and believes only our own service's name; empty for plain HTTP, which only proofs and tests
 *     use
 * @param proof adds to a request what shows, beside the certificate, who sends this very body
 */
public record Transport(Pattern urls, Optional<SSLContext> tls, BiConsumer<byte[], HttpRequest.Builder> proof) {

    /** Mutual TLS. */
    public static Transport mutual(SSLContext tls, Pattern urls) {
        return new Transport(urls, Optional.of(tls), (body, request) -> {});
    }

    /** In clear, to any address. */
    public static Transport plain() {
        return new Transport(Pattern.compile("http://.*"), Optional.empty(), (body, request) -> {});
    }

    /** The same, with a proof for each request that leaves. */
    public Transport provedBy(BiConsumer<byte[], HttpRequest.Builder> requests) {
        return new Transport(urls, tls, requests);
    }

    /** All ports of the host in that URL. */
    public static Pattern sameHost(String url) {
        URI uri = URI.create(url);
        return Pattern.compile(Pattern.quote(uri.getScheme() + "://" + uri.getHost()) + ":\\d{1,5}");
    }

    /** Whether a member with that URL is asked. */
    boolean allows(String url) {
        return urls.matcher(url).matches();
    }
}
