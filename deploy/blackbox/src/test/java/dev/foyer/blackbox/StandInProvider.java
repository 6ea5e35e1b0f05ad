package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * As much of an OpenID Connect provider as a gateway and a command line must find: discovery, signed tokens, the device flow with
 * renewal (RFC 8628). Believes no code of browsers, and whoever is {@link #agree agreed} to.
 */
final class StandInProvider implements AutoCloseable {

    static final String CLIENT = "foyer";

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final HttpServer server;
    private final EllipticCurveJsonWebKey key;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> agreed = ConcurrentHashMap.newKeySet();
    private final Set<String> renewals = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger renewed = new AtomicInteger();

    StandInProvider() throws IOException, JoseException {
        key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("k1");
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String metadata = """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "device_authorization_endpoint":"%1$s/device","jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/end"}""".formatted(issuer());
        String keys = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata));
        server.createContext("/keys", exchange -> answer(exchange, 200, keys));
        server.createContext("/device", this::device);
        server.createContext("/token", this::tokens);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings of a gateway whose people sign in here, and nowhere else. */
    Map<String, String> ofGateway(Path folder, String tenant) throws IOException {
        Path secret = Files.writeString(folder.resolve("client-secret"), "secret-of-the-stand-in-0123456789abcdef");
        Path settings = Files.writeString(
                folder.resolve("gateway.properties"),
                String.join(
                        "\n",
                        "foyer.oidc.contoso.issuer-url=" + issuer(),
                        "foyer.oidc.contoso.client-id=" + CLIENT,
                        "foyer.oidc.contoso.client-secret-file=" + secret,
                        "foyer.oidc.contoso.tenants=" + tenant,
                        "foyer.oidc.contoso.user-id-claim=sub"));
        return Map.of(
                "QUARKUS_CONFIG_LOCATIONS",
                settings.toString(),
                "FOYER_ACCOUNTS_FILE",
                "",
                "FOYER_DEMO",
                "false", // its phones need an account of that file
                "FOYER_INDEX_DIRECTORY",
                folder.resolve("index").toString());
    }

    /** Of an administrator. */
    String token() throws JoseException {
        return token(LIFE);
    }

    /** @param life negative: it has ended */
    String token(Duration life) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject("mira.id");
        claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().minus(LIFE).getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(Instant.now().plus(life).getEpochSecond()));
        claims.setStringClaim("preferred_username", "mira");
        claims.setClaim("realm_access", Map.of("roles", List.of("conferencing-admin")));
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        return token.getCompactSerialization();
    }

    /** The person on the other screen signs in and agrees to whatever waits. */
    void agree() {
        agreed.addAll(waiting);
        waiting.clear();
    }

    /** The person says no. */
    void deny() {
        waiting.clear();
    }

    /** Ends all sessions: nothing is renewed any more. */
    void forget() {
        renewals.clear();
    }

    /** How often a command line was told to ask again. */
    int pending() {
        return pending.get();
    }

    /** How often tokens were renewed. */
    int renewed() {
        return renewed.get();
    }

    private void device(HttpExchange exchange) throws IOException {
        String code = UUID.randomUUID().toString();
        waiting.add(code);
        answer(exchange, 200, """
                {"device_code":"%s","user_code":"WDJB-MJHT","verification_uri":"%s/screen","interval":1,"expires_in":600}""".formatted(code, issuer()));
    }

    private void tokens(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String code = form.getOrDefault("device_code", "");
        if (waiting.contains(code)) {
            answer(exchange, 400, "{\"error\":\"authorization_pending\"}");
            pending.incrementAndGet();
        } else if (agreed.remove(code)) {
            answer(exchange, 200, issued());
        } else if (renewals.remove(form.getOrDefault("refresh_token", ""))) {
            renewed.incrementAndGet();
            answer(exchange, 200, issued());
        } else {
            answer(exchange, 400, "{\"error\":\"" + (code.isEmpty() ? "invalid_grant" : "access_denied") + "\"}");
        }
    }

    /** Each renewal works once, as at providers that rotate them. */
    private String issued() {
        String renewal = UUID.randomUUID().toString();
        renewals.add(renewal);
        try {
            return "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":%d}"
                    .formatted(token(), renewal, LIFE.toSeconds());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
