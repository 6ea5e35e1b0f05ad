package dev.foyer.gateway.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Key;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Sessions to sealed cookies and back. Under TLS the cookie is {@code Secure} and its name begins with {@code __Host-}, so
 * that no neighbouring host or unencrypted answer can set it. Thread-safe.
 */
@ApplicationScoped
class SessionCookies {

    static final String NAME = "foyer-session";
    static final String NAME_UNDER_TLS = "__Host-" + NAME;

    private static final JsonMapper JSON = Json.mapper().build();
    private static final AlgorithmConstraints ONLY_DIRECT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
    private static final AlgorithmConstraints ONLY_GCM =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    @Inject
    SessionKey key;

    Cookie write(Session session, HttpServerRequest request) {
        return cookie(request, seal(session, key.ofCookies()));
    }

    /** Makes the browser forget its cookie. */
    Cookie none(HttpServerRequest request) {
        return cookie(request, "").setMaxAge(0);
    }

    /** What the request's cookie says, if we made it; whether it still holds is another question. */
    Optional<Session> read(HttpServerRequest request) {
        Cookie cookie = request.getCookie(isUnderTls(request) ? NAME_UNDER_TLS : NAME);
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : unseal(cookie.getValue(), key.ofCookies());
    }

    private static Cookie cookie(HttpServerRequest request, String value) {
        boolean tls = isUnderTls(request);
        // The prefix demands the wider path.
        return cookie(tls ? NAME_UNDER_TLS : NAME, value, tls ? "/" : "/admin", request);
    }

    /** One that no script reads and no other site sends. @param path below which it is sent */
    static Cookie cookie(String name, String value, String path, HttpServerRequest request) {
        return Cookie.cookie(name, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSecure(isUnderTls(request))
                .setSameSite(CookieSameSite.STRICT);
    }

    /** Also behind a proxy that says so, where Quarkus is configured to believe it. */
    private static boolean isUnderTls(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.scheme());
    }

    /** @param key of what the cookie is good for */
    static String seal(Session session, Key key) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
            jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            jwe.setKey(key);
            jwe.setPayload(JSON.writeValueAsString(session));
            return jwe.getCompactSerialization();
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException("A session cannot be sealed", e);
        }
    }

    /** @param key of what the cookie is to be good for; empty: it was sealed for something else, or not by us */
    static Optional<Session> unseal(String value, Key key) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(ONLY_DIRECT);
            jwe.setContentEncryptionAlgorithmConstraints(ONLY_GCM);
            jwe.setKey(key);
            jwe.setCompactSerialization(value);
            return Optional.of(JSON.readValue(jwe.getPayload(), Session.class));
        } catch (JoseException | JsonProcessingException e) {
            return Optional.empty(); // not ours, of another key, or of another version
        }
    }
}
