package dev.foyer.gateway.index;

import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** An index in memory that is fed by hand, one batch at a time. */
final class Fixtures implements AutoCloseable {

    final Directory directory = new ByteBuffersDirectory();
    final SearcherHolder searchers = new SearcherHolder();
    private final Store store;
    private long sequence;

    Fixtures() {
        try {
            store = Store.open(directory, "cluster-1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searchers.opened(store.searchers());
        searchers.caughtUp();
    }

    static PublicEvent event(String type, long sequence, String json) {
        try {
            var data = Json.mapper().build().readTree(json);
            return new PublicEvent(
                    new InboundEvent(
                            new Envelope(
                                    UUID.randomUUID() + ".0",
                                    "/foyer/somebody",
                                    type,
                                    "subject",
                                    Instant.parse("2026-11-22T10:00:00Z").plusSeconds(sequence),
                                    data.path("tenant").asText(null)),
                            new Cause("admin", "conferencing-admin", "command-" + sequence, "correlation"),
                            new Origin(
                                    "topic",
                                    0,
                                    sequence,
                                    null,
                                    Instant.parse("2026-11-22T10:00:00Z").plusSeconds(sequence)),
                            data),
                    sequence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One batch of these. */
    Fixtures given(PublicEvent... events) {
        try {
            IndexSearcher searcher = store.searchers().acquire();
            try {
                IndexBatch batch = new IndexBatch(searcher);
                for (PublicEvent event : events) {
                    batch.add(event);
                }
                batch.writeTo(store);
            } finally {
                store.searchers().release(searcher);
            }
            store.refresh();
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

    TenantView contoso() {
        return new TenantView(searchers, "contoso.com");
    }

    TenantView fabrikam() {
        return new TenantView(searchers, "fabrikam.com");
    }

    SourceEntry source(String address) {
        return new TenantSearch(searchers, SourceEntry.NO_TENANT)
                .byKey(Kind.SOURCE, address, SourceEntry.class)
                .orElseThrow();
    }

    Store store() {
        return store;
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
