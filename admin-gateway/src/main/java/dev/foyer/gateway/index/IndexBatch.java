package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.events.BuriedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.Term;

/**
 * The entries that one polled batch of records touches: each is read and written at most once, however many events the
 * batch has for it. Used by the feed's thread, for one batch.
 */
final class IndexBatch {

    /** Who and whose stands in the envelope; a PIN is in no event, and would not be kept if one were. */
    private static final Set<String> NOT_IN_HISTORY = Set.of("tenant", "pin", "sealedPin", "digest");

    /** Of the two topics with changed settings, the one that keeps them all. */
    static final String WITH_HISTORY = "pin.events";

    /** Of no meeting, for there may be none with the ID that was dialled: history, and no more. */
    static final String CALLER_REFUSED = "foyer.meeting.CallerRefused.v1";

    static final String SETTINGS_CHANGED = "foyer.pin.TenantSettingsChanged.v1";

    private final LiveIndex index;
    private final boolean readAgain;
    /** By id; empty when there is none, or none any more. */
    private final Map<String, Optional<Entry>> touched = new HashMap<>();

    private final Map<String, Set<Term>> calls = new HashMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();

    /**
     * @param index to which all earlier batches were published
     * @param readAgain whether some of these records may have been folded before a crash
     */
    IndexBatch(LiveIndex index, boolean readAgain) {
        this.index = index;
        this.readAgain = readAgain;
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
            if (NotificationFold.isPlanned(pin, event)) {
                planMail(pin, event);
            }
        } else if (meeting != null) {
            foldMeeting(meeting, event);
            noteCall(event);
        } else if (NotificationFold.understands(type)) {
            fold(
                    Kind.NOTIFICATION,
                    "notificationId",
                    event,
                    before -> NotificationFold.apply((NotificationEntry) before, event));
        } else if (SignInFold.isOfAccount(type)) {
            fold(Kind.ACCOUNT, "account", event, before -> SignInFold.account((AccountEntry) before, event));
        } else if (type.equals(SignInFold.DELAYED)) {
            fold(Kind.SOURCE, "address", event, before -> SignInFold.source((SourceEntry) before, event));
        } else if (ScanFold.understands(type)) {
            fold(Kind.SCAN, "source", event, before -> ScanFold.apply((ScanEntry) before, event));
        } else if (CampaignFold.understands(type)) {
            fold(Kind.CAMPAIGN, "campaignId", event, before -> CampaignFold.apply((CampaignEntry) before, event));
        } else if (DeadLetterFold.understands(type)) {
            fold(
                    Kind.DEAD_LETTER,
                    "deadLetterId",
                    event,
                    before -> DeadLetterFold.outcome((DeadLetterEntry) before, event));
        } else if (ScimTokenFold.understands(type)) {
            fold(Kind.SCIM_TOKEN, "tokenId", event, before -> ScimTokenFold.apply((ScimTokenEntry) before, event));
        } else if (TenantFold.understands(type)) {
            fold(Kind.TENANT, "tenant", event, before -> TenantFold.apply((TenantEntry) before, event));
        } else if (WebhookEventType.understands(type) || type.equals(CALLER_REFUSED)) {
            if (event.tenant() == null) {
                throw new UnreadableEvent(event, "tenant");
            }
            happened(understood(event, () -> history(event, List.of())));
        } else if (type.equals(SETTINGS_CHANGED)) {
            settings(event);
        } else {
            return false;
        }
        return true;
    }

    /** What a service could not use, as it lies in its topic: no event, and so in no history. */
    void add(BuriedRecord letter) throws IOException {
        String id = Kind.DEAD_LETTER.id(letter.owner(), letter.id());
        replace(id, DeadLetterFold.letter((DeadLetterEntry) before(Kind.DEAD_LETTER, id), letter));
    }

    /**
     * They come twice: in the compacted topic, whose last word is what holds, and in {@code pin.events}, which forgets
     * nothing. One makes the entry and the other the history, so that nothing is counted twice or goes back for a moment.
     */
    private void settings(PublicEvent event) throws IOException {
        String id = id(Kind.SETTINGS, "tenant", event);
        if (event.envelope().topic().equals(WITH_HISTORY)) {
            happened(understood(event, () -> history(event, Changes.said(event))));
        } else {
            if (!event.data().path("settings").isObject()) {
                throw new UnreadableEvent(event, "settings");
            }
            replace(id, new SettingsEntry(event.tenant(), event.data().path("settings")));
        }
    }

    /** A meeting is found by its calls; who is there already goes on being found. */
    private void noteCall(PublicEvent event) {
        Stream<String> several = StreamSupport.stream(event.data().path("calls").spliterator(), false)
                .map(call -> call.path("callId").asText(null));
        Stream.concat(Stream.of("callId", "participantId").map(event::text), several)
                .filter(Objects::nonNull)
                .map(Lookups::call)
                .forEach(term -> calls.computeIfAbsent(id(Kind.MEETING, "conferenceId", event), _ -> new HashSet<>())
                        .add(term));
    }

    /** A mail shows with the PIN that it carries, before notification-service has heard of it. */
    private void planMail(PinEventType type, PublicEvent event) throws IOException {
        String id = id(Kind.NOTIFICATION, "notificationId", event);
        NotificationEntry before = (NotificationEntry) before(Kind.NOTIFICATION, id);
        replace(id, understood(event, () -> NotificationFold.planned(before, type, event)));
    }

    /** As {@link #fold}; whose it is and who had waited is not in the event. */
    private void foldMeeting(MeetingEventType type, PublicEvent event) throws IOException {
        String id = id(Kind.MEETING, "conferenceId", event);
        MeetingEntry before = (MeetingEntry) before(Kind.MEETING, id);
        MeetingEntry after = understood(event, () -> MeetingFold.apply(before, type, event));
        HistoryEntry happened = understood(event, () -> history(event, Changes.between(before, after)));
        HistoryEntry whole = after == null
                ? happened
                : understood(
                        event,
                        () -> happened.of(
                                after.organizerId(),
                                Releases.by(
                                        event.data(), before, event.envelope().time())));
        replace(id, after);
        happened(whole);
    }

    /** The entry that the event is about, and the event itself as history. */
    private void fold(Kind kind, String keyField, PublicEvent event, UnaryOperator<Entry> fold) throws IOException {
        String id = id(kind, keyField, event);
        Entry before = before(kind, id);
        Entry after = understood(event, () -> fold.apply(before));
        HistoryEntry happened = understood(event, () -> history(event, Changes.between(before, after)));
        replace(id, after);
        happened(happened);
    }

    /** What was told before a crash stays as it was told: by now the entries have it, and nothing would seem changed. */
    private void happened(HistoryEntry event) throws IOException {
        boolean told = readAgain
                && index.byId(Kind.HISTORY, Kind.HISTORY.id(event.tenant(), event.key()))
                        .isPresent();
        if (!told) {
            history.add(event);
        }
    }

    private static String id(Kind kind, String keyField, PublicEvent event) {
        if (event.tenant() == null || event.text(keyField) == null) {
            throw new UnreadableEvent(event, "tenant or no " + keyField);
        }
        return kind.id(event.tenant(), event.text(keyField));
    }

    private static <T> T understood(PublicEvent event, Supplier<T> what) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            throw new UnreadableEvent(event, e);
        }
    }

    /** @param positions of the next record of each partition, with this batch */
    Folded folded(Map<TopicPartition, Long> positions) {
        return new Folded(touched, calls, history, positions, readAgain);
    }

    private Entry before(Kind kind, String id) throws IOException {
        Optional<Entry> known = touched.get(id);
        return known != null ? known.orElse(null) : index.byId(kind, id).orElse(null);
    }

    private void replace(String id, Entry after) {
        touched.put(id, Optional.ofNullable(after));
    }

    private static HistoryEntry history(PublicEvent event, List<Change> changes) {
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
                data,
                changes,
                event.envelope().reason());
    }
}
