package dev.foyer.gateway.page;

import dev.foyer.gateway.api.MessageLanguages;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** In which language and colours a browser wants the page: as somebody chose there, or as it says itself. Thread-safe. */
@ApplicationScoped
class Look {

    static final String LANGUAGE = "foyer-language";
    static final String THEME = "foyer-theme";
    static final String KEYS = "foyer-keys";

    /** Of {@link #KEYS}. */
    static final String OFF = "off";

    private static final Duration KEPT = Duration.ofDays(365);

    private final MessageLanguages languages;

    @Inject
    Look(@Any Instance<ShellMessages> bundles) {
        languages = MessageLanguages.of(bundles);
    }

    List<Locale> languages() {
        return languages.available();
    }

    Locale language(HttpServerRequest request) {
        Cookie chosen = request.getCookie(LANGUAGE);
        return languages.available().stream()
                .filter(one -> chosen != null && one.toLanguageTag().equals(chosen.getValue()))
                .findFirst()
                .orElseGet(() -> languages.choose(request.getHeader("Accept-Language")));
    }

    Theme theme(HttpServerRequest request) {
        Cookie chosen = request.getCookie(THEME);
        Theme theme = chosen == null ? null : Theme.of(chosen.getValue());
        return theme == null ? Theme.AUTO : theme;
    }

    /** Whether a key alone does something, such as {@code r}: whoever speaks to the computer, or slips, can do without. */
    boolean singleKeys(HttpServerRequest request) {
        Cookie chosen = request.getCookie(KEYS);
        return chosen == null || !OFF.equals(chosen.getValue());
    }

    /** Is kept by the browser for a year; what is unknown is not looked at when it comes back. */
    static Cookie chosen(String name, String value, HttpServerRequest request) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.isSSL() || "https".equals(request.scheme()))
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(KEPT.toSeconds());
    }
}
