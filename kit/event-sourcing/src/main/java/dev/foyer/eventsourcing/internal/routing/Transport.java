package dev.foyer.eventsourcing.internal.routing;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Where owners may be, and how they are spoken to. Whoever may join the group can call itself anything: the pattern says
 * which addresses are asked at all, the handshake whether the service is there.
 *
 * @param urls what a member's URL must match as a whole
 * @param tls proves who we are, and believes only our own service's name; empty for plain HTTP, which only proofs and tests
 *     use
 */
public record Transport(Pattern urls, Optional<SSLContext> tls) {

    /** Mutual TLS. */
    public static Transport mutual(SSLContext tls, Pattern urls) {
        return new Transport(urls, Optional.of(tls));
    }

    /** In clear, to any address. */
    public static Transport plain() {
        return new Transport(Pattern.compile("http://.*"), Optional.empty());
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
