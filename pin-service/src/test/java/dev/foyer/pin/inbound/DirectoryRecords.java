package dev.foyer.pin.inbound;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A record of a tenant's directory as the reader hands it over; each {@code with} makes another one of it. */
record DirectoryRecords(
        String topic, String type, String id, String key, String subject, String tenant, String json, long offset) {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path CONTRACTS = Path.of("src/main/resources/contracts/in.directory");

    /** About u-17 of contoso.com, without anything that is not needed. */
    static DirectoryRecords of(String type, String json) {
        return new DirectoryRecords(
                "in.contoso.com.directory", "foyer.directory." + type + ".v1", "e-1", "u-17", null, null, json, 7);
    }

    static DirectoryRecords ofExample(String type, String which) {
        return of(type, file(type, which));
    }

    static String file(String type, String which) {
        try {
            return Files.readString(CONTRACTS.resolve(type + ".v1." + which + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DirectoryRecords in(String otherTopic) {
        return new DirectoryRecords(otherTopic, type, id, key, subject, tenant, json, offset);
    }

    DirectoryRecords withType(String whole) {
        return new DirectoryRecords(topic, whole, id, key, subject, tenant, json, offset);
    }

    DirectoryRecords withId(String otherId) {
        return new DirectoryRecords(topic, type, otherId, key, subject, tenant, json, offset);
    }

    DirectoryRecords withKey(String otherKey) {
        return new DirectoryRecords(topic, type, id, otherKey, subject, tenant, json, offset);
    }

    DirectoryRecords withSubject(String otherSubject) {
        return new DirectoryRecords(topic, type, id, key, otherSubject, tenant, json, offset);
    }

    DirectoryRecords withTenant(String given) {
        return new DirectoryRecords(topic, type, id, key, subject, given, json, offset);
    }

    DirectoryRecords at(long otherOffset) {
        return new DirectoryRecords(topic, type, id, key, subject, tenant, json, otherOffset);
    }

    InboundEvent event() {
        try {
            Instant at = Instant.parse("2026-11-25T10:00:00Z");
            return new InboundEvent(
                    new Envelope(id, "/contoso/hr", type, subject, at, tenant),
                    new Cause(null, null, null, null),
                    new Origin(topic, 1, offset, key, at),
                    JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
