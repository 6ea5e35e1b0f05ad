package dev.foyer.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * What the gateway signs for a service, made by hand and not by the gateway's own class, so that a change of its form is
 * seen. {@link BrokerResource} gives the tested service the public half of {@link #KEY}.
 *
 * @param service that is asked
 * @param userId the actor's own user; {@code null} for none
 */
public record CallToken(
        String service,
        String tenant,
        String actor,
        String userId,
        String role,
        String commandId,
        String correlationId,
        Instant issuedAt,
        Duration life) {

    /** The gateway's in tests. */
    public static final EllipticCurveJsonWebKey KEY = key("gateway-of-the-tests");

    private static final String TYPE = "foyer-call+jwt";

    /** A new pair. */
    public static EllipticCurveJsonWebKey key(String id) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the administrator {@code admin}, for a new command. */
    public static CallToken of(String service, String tenant) {
        String command = UUID.randomUUID().toString();
        return new CallToken(
                service,
                tenant,
                "admin",
                null,
                "conferencing-admin",
                command,
                command,
                Instant.now(),
                Duration.ofSeconds(10));
    }

    /** The same account's in another role; {@code bridge} and the like are accounts of that name, too. */
    public CallToken as(String other) {
        return new CallToken(service, tenant, actor, userId, other, commandId, correlationId, issuedAt, life);
    }

    /** Of the account of that name. */
    public CallToken by(String account) {
        return new CallToken(service, tenant, account, userId, role, commandId, correlationId, issuedAt, life);
    }

    public CallToken forCommand(String id) {
        return new CallToken(service, tenant, actor, userId, role, id, id, issuedAt, life);
    }

    /** Of an account that is this user. */
    public CallToken ofUser(String id) {
        return new CallToken(service, tenant, actor, id, role, commandId, correlationId, issuedAt, life);
    }

    public CallToken issuedAt(Instant when) {
        return new CallToken(service, tenant, actor, userId, role, commandId, correlationId, when, life);
    }

    /** The header. */
    public String authorization() {
        return "Bearer " + signed();
    }

    public String signed() {
        return signed(KEY);
    }

    public String signed(EllipticCurveJsonWebKey key) {
        JsonWebSignature token = unsigned();
        token.setAlgorithmHeaderValue("ES256");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        return compact(token);
    }

    /** For those who sign otherwise. */
    public JsonWebSignature unsigned() {
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", TYPE);
        token.setPayload(claims().toJson());
        return token;
    }

    public JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("admin-gateway");
        claims.setAudience(service);
        claims.setSubject(actor);
        claims.setStringClaim("tenant", tenant);
        claims.setStringClaim("role", role);
        claims.setStringClaim("command", commandId);
        claims.setStringClaim("correlation", correlationId);
        if (userId != null) {
            claims.setStringClaim("user", userId);
        }
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(issuedAt.plus(life).getEpochSecond()));
        return claims;
    }

    /** What such a header says, when it is signed with {@link #KEY}; fails otherwise. */
    public static JsonNode read(String authorization) {
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setCompactSerialization(authorization.replaceFirst("^Bearer ", ""));
            token.setKey(KEY.getECPublicKey());
            return Json.mapper().build().readTree(token.getPayload()); // verifies first
        } catch (JoseException | IOException e) {
            throw new IllegalArgumentException("Not signed by the gateway", e);
        }
    }

    /** As it goes over the wire. */
    public static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
