package dev.foyer.notification.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;

/** What the readers of this package share. */
final class Data {

    private static final JsonMapper JSON = Json.mapper().build();

    private Data() {}

    /** @throws Unacceptable when a field has the wrong type; says which type, never the content */
    static <T> T read(InboundEvent event, Class<T> type) {
        if (event.data() == null || !event.data().isObject()) {
            throw new Unacceptable(event.type() + " without a JSON object as data");
        }
        try {
            return JSON.treeToValue(event.data(), type);
        } catch (JsonProcessingException e) {
            throw new Unacceptable("The data are not those of " + event.type());
        }
    }

    /** @throws Unacceptable when it is missing */
    static <T> T required(T value, String field) {
        if (value == null) {
            throw new Unacceptable("The field " + field + " is missing");
        }
        return value;
    }

    static CommandMeta meta(InboundEvent event) {
        String correlation = event.correlationId() == null ? event.id() : event.correlationId();
        return new CommandMeta(event.id(), correlation, Actor.service("notification-service"));
    }
}
