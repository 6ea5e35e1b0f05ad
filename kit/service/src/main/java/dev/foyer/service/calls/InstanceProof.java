package dev.foyer.service.calls;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import dev.foyer.base.events.SignedContent;
import dev.foyer.service.keys.OctKeySet;
import java.security.Key;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * What an instance shows beside its certificate when it hands requests over: a MAC over the very body, by a key that only the
 * instances of its service have. So a certificate that somebody got from the authority, or a copy of one, hands over nothing.
 * One for each HTTP request, which holds many commands; some 30 µs each. Thread-safe.
 */
public final class InstanceProof {

    /** Of the HTTP request. */
    public static final String HEADER = "Foyer-Instance";

    static final String TYPE = "foyer-instance+jwt";
    static final String BODY = "body";

    /** It is made when the request leaves. */
    private static final int LIFE_SECONDS = 10;

    private final Supplier<OctKeySet> keys;
    private final String service;
    private final InstantSource clock;
    private final JwtConsumer consumer;

    /**
     * @param keys those in force, asked each time
     * @param service whose instances these are
     * @param skew by how much their clocks may differ, counted in whole seconds
     */
    public InstanceProof(Supplier<OctKeySet> keys, String service, Duration skew, InstantSource clock) {
        this.keys = keys;
        this.service = service;
        this.clock = clock;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setExpectedType(true, TYPE)
                .setVerificationKeyResolver((token, context) -> key(token))
                .setExpectedIssuer(service)
                .setExpectedAudience(service)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, LIFE_SECONDS)
                .setAllowedClockSkewInSeconds((int) skew.toSeconds())
                .build();
    }

    private Key key(JsonWebSignature token) throws UnresolvableKeyException {
        return keys.get()
                .find(token.getKeyIdHeaderValue())
                .orElseThrow(() -> new UnresolvableKeyException("No such key here"));
    }

    /** For a request with this body, which leaves now. */
    public String of(byte[] body) {
        OctKeySet now = keys.get();
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKeyIdHeaderValue(now.currentId());
        token.setHeader("typ", TYPE);
        token.setKey(now.currentKey());
        token.setPayload(claims(body).toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            // Without the cause: whatever it says, it has had the key in its hands.
            throw new IllegalStateException("A request cannot be proved with the key " + now.currentId());
        }
    }

    private JwtClaims claims(byte[] body) {
        long now = clock.instant().getEpochSecond();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(service);
        claims.setAudience(service);
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + LIFE_SECONDS));
        claims.setStringClaim(BODY, SignedContent.digest(body));
        return claims;
    }

    /**
     * Whether an instance of the service sent this body, a moment ago.
     *
     * @param shown {@code null} when there was none
     */
    public boolean believes(String shown, byte[] body) {
        if (shown == null) {
            return false;
        }
        try {
            String digest = consumer.processToClaims(shown).getClaimValueAsString(BODY);
            return SignedContent.digest(body).equals(digest);
        } catch (InvalidJwtException | RuntimeException e) {
            return false;
        }
    }
}
