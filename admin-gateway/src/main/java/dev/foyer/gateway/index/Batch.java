package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.IndexSearcher;

/**
 * The entries that one polled batch of records touches: each is read and written at most once, however many events the
 * batch has for it. Used by the feed's thread, for one batch.
 */
final class Batch {

    /** Who and whose stands in the envelope; a PIN is in no event, and would not be kept if one were. */
    private static final Set<String> NOT_IN_HISTORY = Set.of("tenant", "pin", "sealedPin");

    private final IndexSearcher searcher;
    /** By id; empty when there is none, or none any more. */
    private final Map<String, Optional<Entry>> touched = new HashMap<>();

    /** @param searcher must show everything that earlier batches wrote */
    Batch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * @return {@code false} when the type means nothing to this reader
     * @throws UnreadableEvent when it does, but what it says cannot be understood; nothing of it is kept then
     */
    boolean add(PublicEvent event) throws IOException {
        String type = event.envelope().type();
        PinEventType pin = PinEventType.of(type);
        MeetingEventType meeting = MeetingEventType.of(type);
        if (pin != null) {
            fold(Kind.USER, "userId", event, before -> UserFold.apply((UserEntry) before, pin, event));
        } else if (meeting != null) {
            fold(
                    Kind.MEETING,
                    "conferenceId",
                    event,
                    before -> MeetingFold.apply((MeetingEntry) before, meeting, event));
        } else if (NotificationFold.understands(type)) {
            fold(
                    Kind.NOTIFICATION,
                    "notificationId",
                    event,
                    before -> NotificationFold.apply((NotificationEntry) before, event));
        } else if (type.equals("foyer.pin.TenantSettingsChanged.v1")) {
            fold(
                    Kind.SETTINGS,
                    "tenant",
                    event,
                    _ -> new SettingsEntry(event.tenant(), event.data().path("settings")));
        } else {
            return false;
        }
        return true;
    }

    /** The entry that the event is about, and the event itself as history. */
    private void fold(Kind kind, String keyField, PublicEvent event, UnaryOperator<Entry> fold) throws IOException {
        if (event.tenant() == null || event.text(keyField) == null) {
            throw new UnreadableEvent(event, "tenant or no " + keyField);
        }
        String id = kind.id(event.tenant(), event.text(keyField));
        Entry before = before(kind, id);
        HistoryEntry history;
        Entry after;
        try {
            after = fold.apply(before);
            history = history(event);
        } catch (RuntimeException e) {
            throw new UnreadableEvent(event, e);
        }
        replace(id, after);
        replace(Kind.HISTORY.id(history.tenant(), history.key()), history);
    }

    /** Writes what changed. */
    void writeTo(Store store) throws IOException {
        for (Map.Entry<String, Optional<Entry>> one : touched.entrySet()) {
            if (one.getValue().isPresent()) {
                store.put(one.getValue().get());
            } else {
                store.remove(one.getKey());
            }
        }
    }

    private Entry before(Kind kind, String id) throws IOException {
        Optional<Entry> known = touched.get(id);
        return known != null
                ? known.orElse(null)
                : Searches.byId(searcher, kind, id).orElse(null);
    }

    private void replace(String id, Entry after) {
        touched.put(id, Optional.ofNullable(after));
    }

    private static HistoryEntry history(PublicEvent event) {
        String type = event.envelope().type();
        ObjectNode data = event.data().deepCopy();
        data.remove(NOT_IN_HISTORY);
        return new HistoryEntry(
                event.tenant(),
                event.envelope().id(),
                type.substring(type.indexOf('.', "foyer.".length()) + 1, type.lastIndexOf(".v")),
                type.substring("foyer.".length(), type.indexOf('.', "foyer.".length())),
                event.envelope().time(),
                event.sequence(),
                event.envelope().actor(),
                event.envelope().actorRole(),
                event.envelope().commandId(),
                event.envelope().correlationId(),
                event.text("userId"),
                data);
    }
}
