package dev.foyer.local.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Key pairs on the curve P-256, as JWK sets: those to which PINs are sealed on their way to the mail and on their way from
 * the telephone, and those with which services sign what they tell each other by topics.
 */
final class EcKeys {

    private EcKeys() {}

    /** The private JWK set of one new pair, named {@code <name>-1}. */
    static String generate(String name) {
        return json(List.of(pair(name + "-1")));
    }

    /** The public halves of a private set, in its order. */
    static String publicHalves(String privateSet) {
        return new JsonWebKeySet(read(privateSet)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * A set with an RSA key in front, as Foyer made them before 0.3, gets a new pair before it: the old key still opens
     * the mails that are held. Any other set is returned as it is.
     */
    static String withPairInFront(String privateSet, String name) {
        List<JsonWebKey> keys = read(privateSet);
        if (keys.getFirst() instanceof EllipticCurveJsonWebKey) {
            return privateSet;
        }
        List<JsonWebKey> next = new ArrayList<>();
        next.add(pair(unused(name, keys)));
        next.addAll(keys);
        return json(next);
    }

    private static String unused(String name, List<JsonWebKey> keys) {
        List<String> used = keys.stream().map(JsonWebKey::getKeyId).toList();
        return Stream.iterate(2, number -> number + 1)
                .map(number -> name + "-" + number)
                .filter(id -> !used.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static EllipticCurveJsonWebKey pair(String id) {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(id);
            KeyBirth.note(pair);
            return pair;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonWebKey> read(String set) {
        try {
            return new JsonWebKeySet(set).getJsonWebKeys();
        } catch (JoseException e) {
            // Without the cause, which may quote the content.
            throw new IllegalStateException("A key file is no JWK set");
        }
    }

    private static String json(List<? extends JsonWebKey> keys) {
        return new JsonWebKeySet(new ArrayList<>(keys)).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }
}
