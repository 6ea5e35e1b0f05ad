package dev.foyer.meeting.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Reads the fields of an event that we cannot do without; says which one is missing, never what is there.
 *
 * <p>Every method throws {@link Unacceptable}, which sends the record to the dead letters.
 */
final class Fields {

    private final InboundEvent event;

    Fields(InboundEvent event) {
        this.event = event;
    }

    String text(String name) {
        JsonNode value = event.data().path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Unacceptable("The field " + name + " must be a text.");
        }
        return value.textValue();
    }

    boolean flag(String name) {
        JsonNode value = event.data().path(name);
        if (!value.isBoolean()) {
            throw new Unacceptable("The field " + name + " must be true or false.");
        }
        return value.booleanValue();
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException e) {
            throw new Unacceptable("The field " + name + " must be a time as in RFC 3339.");
        }
    }

    String conferenceId(String pattern) {
        return conferenceId("conferenceId", pattern);
    }

    String conferenceId(String name, String pattern) {
        String value = text(name);
        if (!value.matches(pattern)) {
            throw new Unacceptable("The field " + name + " must be digits: " + pattern + ".");
        }
        return value;
    }

    /** The event's id makes a record that is read twice one command. */
    CommandMeta meta() {
        return meta("");
    }

    /** @param part tells the commands of one event apart: events of ours are named after the command that made them */
    CommandMeta meta(String part) {
        String correlationId = event.correlationId() == null ? event.id() : event.correlationId();
        return new CommandMeta(event.id() + part, correlationId, Actor.service("meeting-service"));
    }
}
