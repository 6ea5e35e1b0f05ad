package dev.foyer.service.calls;

import dev.foyer.service.keys.CurveProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes the tokens of requests. About 0.15 ms of a processor each. Thread-safe. */
public final class CallSigner {

    /** So much longer than a request travels that clocks and queues do not matter, and too short to be of use to a thief. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Supplier<SigningKey> key;
    private final String issuer;
    private final Duration life;
    private final InstantSource clock;

    /**
     * @param key the current one, asked each time
     * @param issuer the name that services expect
     * @param life how long a token is good, counted in whole seconds
     * @throws IllegalArgumentException one sentence, when the life is none or too long
     */
    public CallSigner(Supplier<SigningKey> key, String issuer, Duration life, InstantSource clock) {
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token lives 1 s to " + LONGEST.toSeconds() + " s, not " + life + ".");
        }
        this.key = key;
        this.issuer = issuer;
        this.life = life;
        this.clock = clock;
    }

    /** @param audience the name of the one service that takes it */
    public String sign(String audience, CallClaims claims) {
        SigningKey current = key.get();
        JsonWebSignature token = new JsonWebSignature();
        token.setProviderContext(CurveProvider.context());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(current.id());
        token.setHeader("typ", CallClaims.TYPE);
        token.setKey(current.key());
        token.setPayload(jwt(audience, claims).toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            // Without the cause: whatever it says, it has had the key in its hands.
            throw new IllegalStateException("A request cannot be signed with the key " + current.id());
        }
    }

    private JwtClaims jwt(String audience, CallClaims claims) {
        long now = clock.instant().getEpochSecond();
        JwtClaims jwt = new JwtClaims();
        jwt.setIssuer(issuer);
        jwt.setAudience(audience);
        jwt.setIssuedAt(NumericDate.fromSeconds(now));
        jwt.setExpirationTime(NumericDate.fromSeconds(now + life.toSeconds()));
        jwt.setSubject(claims.actor().name());
        jwt.setStringClaim(CallClaims.TENANT, claims.tenant());
        jwt.setStringClaim(CallClaims.ROLE, claims.actor().role());
        jwt.setStringClaim(CallClaims.COMMAND, claims.commandId());
        jwt.setStringClaim(CallClaims.CORRELATION, claims.correlationId());
        if (claims.actor().userId() != null) {
            jwt.setStringClaim(CallClaims.USER, claims.actor().userId());
        }
        if (claims.reason() != null) {
            jwt.setStringClaim(CallClaims.REASON, claims.reason());
        }
        return jwt;
    }
}
