package dev.foyer.proof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Asks a service as the gateway does, with the keys of one Foyer. Thread-safe. */
public final class GatewayTokens {

    private static final Duration LIFE = Duration.ofSeconds(10);

    private final PublicJsonWebKey key;
    private final String service;
    private final String tenant;

    /**
     * @param privateKeys the gateway's JWK set
     * @param service that is asked
     */
    public GatewayTokens(Path privateKeys, String service, String tenant) {
        this.service = service;
        this.tenant = tenant;
        try {
            this.key = (PublicJsonWebKey) new JsonWebKeySet(Files.readString(privateKeys))
                    .getJsonWebKeys()
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(privateKeys + " is no JWK set");
        }
    }

    /** The Authorization header for one command of the account {@code admin}, or of another named after its role. */
    public String authorization(String role, String commandId) {
        JwtClaims claims = new JwtClaims();
        Instant now = Instant.now();
        claims.setIssuer("admin-gateway");
        claims.setAudience(service);
        claims.setSubject(role.equals("conferencing-admin") ? "admin" : role);
        claims.setStringClaim("tenant", tenant);
        claims.setStringClaim("role", role);
        claims.setStringClaim("command", commandId);
        claims.setStringClaim("correlation", commandId);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("ES256");
        token.setHeader("typ", "foyer-call+jwt");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return "Bearer " + token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign with the key " + key.getKeyId());
        }
    }
}
