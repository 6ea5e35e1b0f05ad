package dev.foyer.gateway.index;

import dev.foyer.gateway.index.MeetingEntry.Participant;
import dev.foyer.gateway.index.MeetingEntry.ParticipantKind;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A meeting while one event is folded into it. Used by one thread, for one event. */
final class MeetingDraft {

    /** A conference that lives for years must not carry everybody who ever was in it. */
    private static final int REMEMBERED = 1_000;

    final String tenant;
    final String conferenceId;
    String organizerId;
    String subject;
    boolean personal;
    boolean startWithoutPin;
    Phase phase = Phase.WAITING;
    String startedBy;
    Instant startedAt;
    Instant endedAt;
    final Map<String, Participant> participants = new LinkedHashMap<>();

    private MeetingDraft(String tenant, String conferenceId) {
        this.tenant = tenant;
        this.conferenceId = conferenceId;
    }

    MeetingDraft(MeetingEntry entry) {
        this(entry.tenant(), entry.conferenceId());
        organizerId = entry.organizerId();
        subject = entry.subject();
        personal = entry.personal();
        startWithoutPin = entry.startWithoutPin();
        phase = entry.phase();
        startedBy = entry.startedBy();
        startedAt = entry.startedAt();
        endedAt = entry.endedAt();
        entry.participants().forEach(one -> participants.put(key(one.kind(), one.id()), one));
    }

    static MeetingDraft unknown(String tenant, String conferenceId) {
        return new MeetingDraft(tenant, conferenceId);
    }

    MeetingEntry entry(long version, Instant changedAt) {
        return new MeetingEntry(
                tenant,
                conferenceId,
                version,
                organizerId,
                subject,
                personal,
                startWithoutPin,
                phase,
                startedBy,
                startedAt,
                endedAt,
                changedAt,
                List.copyOf(participants.values()));
    }

    /** Somebody came, or went from the lobby into the meeting; who leads already goes on leading. */
    void participant(String id, ParticipantKind kind, Presence state, boolean leader, String name, Instant since) {
        Participant before = participants.get(key(kind, id));
        boolean leads = leader || (before != null && before.leader() && before.state() == state);
        String known = name == null && before != null ? before.name() : name;
        participants.put(key(kind, id), new Participant(id, kind, state, leads, known, since));
        if (participants.size() > REMEMBERED) {
            forgetOneWhoLeft();
        }
    }

    void leader(String callId) {
        participants.computeIfPresent(
                key(ParticipantKind.CALLER, callId),
                (_, one) -> new Participant(one.id(), one.kind(), one.state(), true, one.name(), one.since()));
    }

    void left(String id, ParticipantKind kind, Instant at) {
        participants.computeIfPresent(
                key(kind, id),
                (_, one) -> one.state() == Presence.LEFT
                        ? one
                        : new Participant(id, kind, Presence.LEFT, one.leader(), one.name(), at));
    }

    void forgetThoseWhoLeftBefore(Instant end) {
        if (end != null) {
            participants
                    .values()
                    .removeIf(
                            one -> one.state() == Presence.LEFT && !one.since().isAfter(end));
        }
    }

    private void forgetOneWhoLeft() {
        participants.values().stream()
                .filter(one -> one.state() == Presence.LEFT)
                .findFirst()
                .ifPresent(one -> participants.remove(key(one.kind(), one.id())));
    }

    private static String key(ParticipantKind kind, String id) {
        return kind + ":" + id;
    }
}
