package dev.foyer.gateway.company;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.gateway.PinVerificationKey;
import dev.foyer.testing.CertifiedPeers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.json.internal.json_simple.JSONObject;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider whose keys the test has, so that it can say what no real one would. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "foyer";

    private final int port;
    private final MutualTls tls;
    private final EllipticCurveJsonWebKey key = PinVerificationKey.make("k1");
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private HttpServer server;

    /** @param challenge of PKCE, as it came with the person */
    private record Code(String challenge, String idToken) {}

    /** Without TLS. */
    StubProvider(int port) {
        this(port, null);
    }

    /** @param tls with a certificate for {@code localhost} */
    StubProvider(int port, MutualTls tls) {
        this.port = port;
        this.tls = tls;
    }

    void open() {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            server = tls == null ? HttpServer.create(address, 0) : secured(HttpsServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
        server.createContext("/token", this::exchange);
        server.start();
    }

    private HttpServer secured(HttpsServer listening) {
        listening.setHttpsConfigurator(new HttpsConfigurator(CertifiedPeers.server(tls)));
        return listening;
    }

    String issuer() {
        return tls == null ? "http://127.0.0.1:" + port : "https://localhost:" + port;
    }

    EllipticCurveJsonWebKey key() {
        return key;
    }

    /** Of somebody with that role, good for a minute. */
    JwtClaims claims(String account, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject(account + ".id");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        claims.setStringClaim("preferred_username", account);
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    /** A token as it should be. */
    String token(JwtClaims claims) {
        return token(claims, _ -> {});
    }

    /** @param spoiled what is wrong with it */
    String token(JwtClaims claims, Consumer<JsonWebSignature> spoiled) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setKey(key.getPrivateKey());
            jws.setPayload(claims.toJson());
            spoiled.accept(jws);
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets somebody in, and gives what comes back with them. */
    String code(String challenge, JwtClaims idToken) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(challenge, token(idToken)));
        return code;
    }

    private String keys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private String metadata() {
        return JSONObject.toJSONString(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "end_session_endpoint", issuer() + "/end"));
    }

    /** A code is worth a token once, and only to who has its verifier. */
    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Code code = codes.remove(form.getOrDefault("code", ""));
        if (code == null || !challenge(form.getOrDefault("code_verifier", "")).equals(code.challenge())) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                JSONObject.toJSONString(Map.of(
                        "access_token",
                        token(claims("mira")),
                        "id_token",
                        code.idToken(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60)));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
