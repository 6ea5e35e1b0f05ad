package dev.foyer.gateway.index;

import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** An index in memory that is fed by hand, one batch at a time. */
public final class Fixtures implements AutoCloseable {

    static final Map<TopicPartition, Long> POSITIONS = Map.of(new TopicPartition("pin.events", 2), 4712L);

    final Directory directory;
    final IndexHolder holder = new IndexHolder();
    private final LiveIndex live;
    private long sequence;

    public Fixtures() {
        this(new ByteBuffersDirectory());
    }

    /** For more than fits into memory. */
    Fixtures(Directory directory) {
        this.directory = directory;
        try {
            live = new LiveIndex(Store.open(directory, "cluster-1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        holder.opened(live);
        holder.caughtUp();
    }

    static PublicEvent event(String type, long sequence, String json) {
        return event(type, sequence, Instant.parse("2026-11-22T10:00:00Z").plusSeconds(sequence), json);
    }

    static PublicEvent event(String type, long sequence, Instant at, String json) {
        try {
            var data = Json.mapper().build().readTree(json);
            return new PublicEvent(
                    new InboundEvent(
                            new Envelope(
                                    UUID.randomUUID() + ".0",
                                    "/foyer/somebody",
                                    type,
                                    "subject",
                                    at,
                                    data.path("tenant").asText(null)),
                            new Cause("admin", "conferencing-admin", "command-" + sequence, "correlation"),
                            new Origin("topic", 0, sequence, null, at),
                            data),
                    sequence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One event in a batch of its own. */
    public Fixtures given(String type, String json) {
        return given(event(type, ++sequence, json));
    }

    /** One batch of these. */
    Fixtures given(PublicEvent... events) {
        try {
            IndexBatch batch = new IndexBatch(live, false);
            for (PublicEvent event : events) {
                batch.add(event);
            }
            live.publish(batch.folded(POSITIONS));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user of contoso.com whose id is the local part of the user principal name. */
    Fixtures user(String name, String upn) {
        return user("contoso.com", upn.substring(0, upn.indexOf('@')), name, upn);
    }

    Fixtures user(String tenant, String id, String name, String upn) {
        return given(event("foyer.pin.UserProvisioned.v1", ++sequence, """
                {"tenant": "%s", "userId": "%s", "displayName": "%s", "userPrincipalName": "%s",
                 "primarySmtpAddress": "%s"}""".formatted(tenant, id, name, upn, upn)));
    }

    Fixtures enabled(String id, String conferenceId) {
        return given(event("foyer.pin.UserEnabled.v1", ++sequence, """
                {"tenant": "contoso.com", "userId": "%s", "conferenceId": "%s", "allowPstnOnlyMeetings": false,
                 "pinSetAt": "2026-11-22T10:15:30Z", "pinSetBy": "admin", "notificationId": "n-%s"}""".formatted(id, conferenceId, id)));
    }

    public TenantView contoso() {
        return new TenantView(holder, "contoso.com");
    }

    public TenantView fabrikam() {
        return new TenantView(holder, "fabrikam.com");
    }

    SourceEntry source(String address) {
        return new TenantSearch(holder, SourceEntry.NO_TENANT)
                .byKey(Kind.SOURCE, address, SourceEntry.class)
                .orElseThrow();
    }

    LiveIndex live() {
        return live;
    }

    @Override
    public void close() {
        try {
            live.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
