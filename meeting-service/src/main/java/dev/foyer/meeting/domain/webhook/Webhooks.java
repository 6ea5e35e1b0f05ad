package dev.foyer.meeting.domain.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All webhooks of a tenant, in the order of their coming. Immutable. */
public record Webhooks(Map<String, Webhook> byId) {

    /** Of a tenant that has none. */
    public static final Webhooks NONE = new Webhooks(Map.of());

    public Webhooks {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /** Empty when there is none of that id. */
    public Optional<Webhook> find(String webhookId) {
        return Optional.ofNullable(byId.get(webhookId));
    }

    Webhooks with(Webhook one) {
        Map<String, Webhook> next = new LinkedHashMap<>(byId);
        next.put(one.id(), one);
        return new Webhooks(next);
    }

    Webhooks without(String webhookId) {
        Map<String, Webhook> next = new LinkedHashMap<>(byId);
        next.remove(webhookId);
        return new Webhooks(next);
    }
}
