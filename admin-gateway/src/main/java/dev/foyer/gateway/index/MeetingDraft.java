package dev.foyer.gateway.index;

import dev.foyer.gateway.index.MeetingEntry.Participant;
import dev.foyer.gateway.index.MeetingEntry.ParticipantKind;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.time.Instant;
import java.util.List;

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
    private Participants participants = Participants.NOBODY;

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
        participants = Participants.of(entry.participants());
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
                participants);
    }

    /** Somebody came, or went from the lobby into the meeting; who leads already goes on leading. */
    void participant(String id, ParticipantKind kind, Presence state, boolean leader, String name, Instant since) {
        Participant before = participants.get(kind, id).orElse(null);
        boolean leads = leader || (before != null && before.leader() && before.state() == state);
        String known = name == null && before != null ? before.name() : name;
        participants = participants.with(new Participant(id, kind, state, leads, known, since));
        if (participants.size() > REMEMBERED) {
            participants.firstWhoLeft().ifPresent(this::forget);
        }
    }

    void leader(String callId) {
        participants
                .get(ParticipantKind.CALLER, callId)
                .map(one -> new Participant(one.id(), one.kind(), one.state(), true, one.name(), one.since()))
                .ifPresent(this::put);
    }

    void left(String id, ParticipantKind kind, Instant at) {
        participants
                .get(kind, id)
                .filter(one -> one.state() != Presence.LEFT)
                .map(one -> new Participant(id, kind, Presence.LEFT, one.leader(), one.name(), at))
                .ifPresent(this::put);
    }

    void allLeft(Instant at) {
        List.copyOf(participants).forEach(one -> left(one.id(), one.kind(), at));
    }

    void forgetThoseWhoLeftBefore(Instant end) {
        if (end != null) {
            participants.whoLeft().stream()
                    .filter(one -> !one.since().isAfter(end))
                    .forEach(this::forget);
        }
    }

    private void put(Participant one) {
        participants = participants.with(one);
    }

    private void forget(Participant one) {
        participants = participants.without(one);
    }
}
