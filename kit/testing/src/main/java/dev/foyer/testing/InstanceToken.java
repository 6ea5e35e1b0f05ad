package dev.foyer.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * By what an instance proves that it sends a body, made by hand and not by the kit's own class, so that a change of its form
 * is seen. {@link BrokerResource} gives the tested service the {@link #KEY}.
 *
 * @param service whose instance it is
 */
public record InstanceToken(String service, Instant issuedAt) {

    /** Of the instances in tests. */
    public static final OctetSequenceJsonWebKey KEY = key("instance-of-the-tests");

    private static final String TYPE = "foyer-instance+jwt";

    /** A new key. */
    public static OctetSequenceJsonWebKey key(String id) {
        OctetSequenceJsonWebKey key = OctJwkGenerator.generateJwk(256);
        key.setKeyId(id);
        return key;
    }

    public static InstanceToken of(String service) {
        return new InstanceToken(service, Instant.now());
    }

    /** For this body, with {@link #KEY}. */
    public String signed(String body) {
        return signed(body, KEY);
    }

    public String signed(String body, OctetSequenceJsonWebKey key) {
        JsonWebSignature token = unsigned(body);
        token.setAlgorithmHeaderValue("HS256");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getKey());
        return CallToken.compact(token);
    }

    /** For those who sign otherwise. */
    public JsonWebSignature unsigned(String body) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(service);
        claims.setAudience(service);
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(issuedAt.plusSeconds(10).getEpochSecond()));
        claims.setStringClaim("body", digest(body));
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", TYPE);
        token.setPayload(claims.toJson());
        return token;
    }

    private static String digest(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
