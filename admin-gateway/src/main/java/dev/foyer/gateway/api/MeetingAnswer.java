package dev.foyer.gateway.api;

import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.clients.MeetingServiceClient.Schedule;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A meeting as the API shows one.
 *
 * @param organizer the userId of who owns it
 * @param personal the organizer's own conference, which waits again after each end
 */
public record MeetingAnswer(
        String conferenceId,
        String organizer,
        String subject,
        boolean personal,
        boolean startWithoutPin,
        MeetingEntry.Phase phase,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        Counts counts,
        List<Participant> participants) {

    /** How many are in which state. */
    public record Counts(long waiting, long admitted, long left) {}

    /** @param name the display name, or of the caller's number what {@code maskCallerNumbers} shows; when known */
    public record Participant(
            String id, MeetingEntry.ParticipantKind kind, Presence state, boolean leader, String name, Instant since) {}

    /** So many participants of one meeting stand in a list of meetings; there may be ten thousand, and hundreds of meetings. */
    static final int LISTED = 100;

    /** With all who are, or were, in it. */
    public static MeetingAnswer of(MeetingEntry is, CallerMask callers) {
        Collection<MeetingEntry.Participant> present = present(is);
        return of(is, present, present, callers);
    }

    /** As one of many: of a large meeting those who wait longest, then who came in first. The counts are of all. */
    public static MeetingAnswer listed(MeetingEntry is, CallerMask callers) {
        Collection<MeetingEntry.Participant> present = present(is);
        return of(
                is,
                present,
                present.size() <= LISTED
                        ? present
                        : present.stream()
                                .sorted(Comparator.comparing(MeetingEntry.Participant::state)
                                        .thenComparing(MeetingEntry.Participant::since))
                                .limit(LISTED)
                                .toList(),
                callers);
    }

    /** Of a personal conference that waits again, those of its next run: who left in the last one is history, as its start is. */
    private static Collection<MeetingEntry.Participant> present(MeetingEntry is) {
        return is.phase() != MeetingEntry.Phase.WAITING || is.endedAt() == null
                ? is.participants()
                : is.participants().stream()
                        .filter(one ->
                                one.state() != Presence.LEFT || one.since().isAfter(is.endedAt()))
                        .toList();
    }

    private static MeetingAnswer of(
            MeetingEntry is,
            Collection<MeetingEntry.Participant> present,
            Collection<MeetingEntry.Participant> shown,
            CallerMask callers) {
        long before = is.participants().size() - present.size();
        return new MeetingAnswer(
                is.conferenceId(),
                is.organizerId(),
                is.subject(),
                is.personal(),
                is.startWithoutPin(),
                is.phase(),
                is.startedBy(),
                is.startedAt(),
                is.phase() == MeetingEntry.Phase.WAITING ? null : is.endedAt(),
                new Counts(is.count(Presence.WAITING), is.count(Presence.ADMITTED), is.count(Presence.LEFT) - before),
                shown.stream().map(one -> participant(one, callers)).toList());
    }

    private static Participant participant(MeetingEntry.Participant is, CallerMask callers) {
        String name = is.kind() == MeetingEntry.ParticipantKind.CALLER ? callers.shown(is.name()) : is.name();
        return new Participant(is.id(), is.kind(), is.state(), is.leader(), name, is.since());
    }

    /** As it was scheduled. */
    static MeetingAnswer accepted(String conferenceId, Schedule wanted, boolean startWithoutPin) {
        return new MeetingAnswer(
                conferenceId,
                wanted.organizerId(),
                wanted.subject(),
                false,
                startWithoutPin,
                MeetingEntry.Phase.WAITING,
                null,
                null,
                null,
                new Counts(0, 0, 0),
                List.of());
    }
}
