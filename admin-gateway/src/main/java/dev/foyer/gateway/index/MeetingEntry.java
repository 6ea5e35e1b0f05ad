package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A meeting with who is and was in it.
 *
 * @param personal the user's own conference, which waits again after each end (rule E6)
 * @param startedBy {@code ORGANIZER_PIN}, {@code APP} or {@code CALLER}; {@code null} while it waits to be started
 * @param participants callers and apps in the order of their arrival, those who left included
 */
public record MeetingEntry(
        String tenant,
        String conferenceId,
        long version,
        String organizerId,
        String subject,
        boolean personal,
        boolean startWithoutPin,
        Phase phase,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        Instant changedAt,
        Collection<Participant> participants)
        implements Entry {

    public MeetingEntry {
        participants = Participants.of(participants);
    }

    /** Of the meeting. */
    public enum Phase {
        WAITING,
        RUNNING,
        ENDED
    }

    /** How somebody takes part. */
    public enum ParticipantKind {
        CALLER,
        APP
    }

    /** Where somebody is. */
    public enum Presence {
        WAITING,
        ADMITTED,
        LEFT
    }

    /**
     * @param id the call id or the participant id
     * @param name the caller's number or the display name, or {@code null}
     */
    public record Participant(
            String id, ParticipantKind kind, Presence state, boolean leader, String name, Instant since) {}

    /** Whether it runs, or somebody waits for it. */
    boolean live() {
        return phase == Phase.RUNNING || count(Presence.WAITING) > 0;
    }

    /** A personal conference whose user left it: disabled, removed, or moved to another conference ID. */
    public boolean closed() {
        return personal && phase == Phase.ENDED;
    }

    /** Whether this leg was there or waited until the meeting's last end, and did not hang up before. */
    public boolean stayedUntilTheEnd(Participant leg) {
        return leg.state() == Presence.LEFT && endedAt != null && !leg.since().isBefore(endedAt);
    }

    /** The call leg of that id. */
    public Optional<Participant> call(String callId) {
        return Participants.of(participants).get(ParticipantKind.CALLER, callId);
    }

    /** How many are in this state. */
    public long count(Presence state) {
        return Participants.of(participants).count(state);
    }

    /** The same without whoever was there before: a conference ID may have been another meeting's. */
    MeetingEntry without(Predicate<Participant> others) {
        return participants.stream().noneMatch(others)
                ? this
                : new MeetingEntry(
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
                        participants.stream().filter(others.negate()).toList());
    }

    @Override
    public Instant at() {
        return changedAt;
    }

    @Override
    public String key() {
        return conferenceId;
    }
}
