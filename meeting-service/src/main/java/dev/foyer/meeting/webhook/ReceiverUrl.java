package dev.foyer.meeting.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where a webhook is delivered to. Any port is: receivers listen on odd ones, and what must not be reached is known by its
 * address.
 */
final class ReceiverUrl {

    private static final int LONGEST = 1_024;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LARGEST_PORT = 65_535;

    private final URI uri;

    /** Why an address is not told anything; the message is a sentence that begins in its middle. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    private ReceiverUrl(URI uri) {
        this.uri = uri;
    }

    /** @throws Refused when the text alone says that it cannot be told anything */
    static ReceiverUrl of(String text, boolean httpIsEnough) throws Refused {
        if (text.length() > LONGEST) {
            throw new Refused("has more than " + LONGEST + " characters");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException _) {
            throw new Refused("is no URL; write one such as https://hooks.example.com/foyer");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(httpIsEnough && scheme.equals("http"))) {
            throw new Refused("must begin with https://");
        }
        if (uri.getHost() == null || !text.chars().allMatch(one -> one < 0x7f)) {
            throw new Refused("names no host; one with other than ASCII letters is written as xn--...");
        }
        if (uri.getRawUserInfo() != null) {
            throw new Refused("must not carry a user or a password: deliveries are signed instead");
        }
        if (uri.getRawFragment() != null) {
            throw new Refused("must not have a fragment (#): no receiver would see it");
        }
        if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
            throw new Refused("has no such port");
        }
        if (uri.getHost().contains("%")) {
            throw new Refused("must not name a network interface");
        }
        return new ReceiverUrl(uri);
    }

    /**
     * The addresses of the host as of now, IPv4 first. Blocks for the name server.
     *
     * @throws Refused when one of them is on the inside: then none of them is told anything
     * @throws UnknownHostException when the name leads nowhere
     * @throws BusyNames when the tenant has too many looked up at a time
     */
    List<InetAddress> addresses(String tenant, Names names, AddressRules rules)
            throws Refused, UnknownHostException, InterruptedException, BusyNames {
        InetAddress[] all = names.of(tenant, host());
        for (InetAddress one : all) {
            if (!rules.mayBeTold(one)) {
                throw new Refused(
                        "leads to an address on the inside, which is told nothing unless an operator allows it");
            }
            if (!isTls() && !rules.isAllowed(one)) {
                throw new Refused("must begin with https://");
            }
        }
        return Arrays.stream(all)
                .sorted(Comparator.comparing(one -> one.getAddress().length))
                .toList();
    }

    boolean isTls() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Without the brackets of IPv6. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return isTls() ? HTTPS : HTTP;
    }

    /** Path and query, as they were written. */
    String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
