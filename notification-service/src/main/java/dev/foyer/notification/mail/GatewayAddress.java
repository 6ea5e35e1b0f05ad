package dev.foyer.notification.mail;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where people find the gateway, for the links in mails. */
final class GatewayAddress {

    static final URI LOCAL = URI.create("http://127.0.0.1:8080");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private GatewayAddress() {}

    /**
     * @param configured {@code foyer.public-url}
     * @param loopback only this machine can call us, so a gateway beside us is meant when nothing is said
     * @throws IllegalArgumentException with one sentence, when nobody should be led there
     */
    static URI of(Optional<String> configured, boolean loopback) {
        if (configured.isEmpty() && !loopback) {
            throw new IllegalArgumentException("foyer.public-url is missing: quarkus.http.host lets others than this"
                    + " machine call, so say where people find the gateway, for the links in mails.");
        }
        return configured.map(GatewayAddress::checked).orElse(LOCAL);
    }

    private static URI checked(String configured) {
        try {
            URI url = URI.create(configured);
            boolean https = "https".equals(url.getScheme());
            boolean here = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
            boolean nothingElse = url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && ("".equals(url.getRawPath()) || "/".equals(url.getRawPath()));
            if (url.getHost() != null && (https || here) && nothingElse) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("foyer.public-url must be the https address of the gateway without a path,"
                + " such as https://foyer.contoso.com; http is for loopback names only.");
    }
}
