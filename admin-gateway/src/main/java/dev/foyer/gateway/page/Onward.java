package dev.foyer.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.time.Duration;

/** Where somebody wanted to go before they were asked to sign in: a page of ours and nothing else. */
final class Onward {

    /** Where it goes on when nothing else is said. */
    static final String USUAL = "/admin/users";

    private static final String PAGES = "/admin/";
    private static final String SIGN_IN = "/admin/sign-in";
    private static final String COOKIE = "foyer-onward";
    private static final int LONGEST = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(15);

    private Onward() {}

    /** @param wanted from outside, or {@code null} */
    static String to(String wanted) {
        return wanted != null && isOurs(wanted) ? wanted : USUAL;
    }

    private static boolean isOurs(String wanted) {
        if (wanted.length() > LONGEST || !wanted.startsWith(PAGES) || wanted.startsWith(SIGN_IN)) {
            return false;
        }
        try {
            URI uri = new URI(wanted); // refuses control characters and backslashes
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && uri.normalize().equals(uri);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An address with where to go on from there. */
    static URI with(String address, String wanted) {
        String next = to(wanted);
        return URI.create(next.equals(USUAL) ? address : address + "?next=" + Urls.inUrl(next));
    }

    /** For the way over a company, which hands on nothing of ours. */
    static Cookie kept(String wanted, HttpServerRequest request) {
        return cookie(Urls.inUrl(to(wanted)), request).setMaxAge(KEPT.toSeconds());
    }

    /** What was kept; the answer's cookie forgets it. */
    static String kept(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie == null) {
            return USUAL;
        }
        request.response().addCookie(cookie("", request).setMaxAge(0));
        return to(URLDecoder.decode(cookie.getValue(), UTF_8));
    }

    private static Cookie cookie(String value, HttpServerRequest request) {
        return Cookie.cookie(COOKIE, value)
                .setPath(SIGN_IN)
                .setHttpOnly(true)
                .setSecure(request.isSSL() || "https".equals(request.scheme()))
                .setSameSite(CookieSameSite.LAX); // they come back from another site
    }
}
