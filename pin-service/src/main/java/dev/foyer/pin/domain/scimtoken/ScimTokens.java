package dev.foyer.pin.domain.scimtoken;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All tokens of a tenant that are not revoked, in the order of their making. Immutable. */
public record ScimTokens(Map<String, ScimToken> byId) {

    /** Of a tenant that has none. */
    public static final ScimTokens NONE = new ScimTokens(Map.of());

    public ScimTokens {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /** Empty when there is none of that id. */
    public Optional<ScimToken> find(String tokenId) {
        return Optional.ofNullable(byId.get(tokenId));
    }

    ScimTokens with(ScimToken one) {
        Map<String, ScimToken> next = new LinkedHashMap<>(byId);
        next.put(one.id(), one);
        return new ScimTokens(next);
    }

    ScimTokens without(String tokenId) {
        Map<String, ScimToken> next = new LinkedHashMap<>(byId);
        next.remove(tokenId);
        return new ScimTokens(next);
    }
}
