package dev.foyer.local.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Before every answer of the mail view, which shows PINs. Loopback is no boundary between the users of a host, so it asks
 * for a password; and a browser that was led to a foreign name for this address (DNS rebinding), or that asks for another
 * site, gets nothing even with it.
 */
final class ViewGuard extends Filter {

    /** The name that goes with the password. */
    static final String NAME = "mail";

    private final Set<String> authorities;
    private final byte[] credentials;

    /** @param port where the view listens, part of what {@code Host} must say */
    ViewGuard(int port, String password) {
        this.authorities = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.credentials = (NAME + ":" + password).getBytes(UTF_8);
    }

    @Override
    public String description() {
        return "host, origin and password";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        Headers asked = exchange.getRequestHeaders();
        String host = asked.getFirst("Host");
        if (host == null || !authorities.contains(host.toLowerCase(Locale.ROOT))) {
            refuse(exchange, 421);
        } else if (isOfAnotherSite(asked, host)) {
            refuse(exchange, 403);
        } else if (!knowsThePassword(asked.getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Foyer's mails\", charset=\"UTF-8\"");
            refuse(exchange, 401);
        } else {
            chain.doFilter(exchange);
        }
    }

    /** Browsers say so by one of these; a command line says neither. */
    private static boolean isOfAnotherSite(Headers asked, String host) {
        String site = asked.getFirst("Sec-Fetch-Site");
        String origin = asked.getFirst("Origin");
        return site != null && !site.equals("same-origin") && !site.equals("none")
                || origin != null && !origin.equalsIgnoreCase("http://" + host);
    }

    private boolean knowsThePassword(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] given = Base64.getDecoder().decode(authorization.substring(6).strip());
            return MessageDigest.isEqual(credentials, given);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
