package dev.foyer.meeting.domain.leg;

/** What can be wanted of a call leg. */
public sealed interface LegCommand {

    /**
     * It dialled this conference ID.
     *
     * @param roomAsked it was asked whether there is room, if it is in another conference
     */
    record GoTo(String conferenceId, boolean roomAsked) implements LegCommand {}

    /** It is gone. @param from only if this is where it is; {@code null}: wherever it is */
    record GoAway(String from) implements LegCommand {}

    /** That conference has nothing of it any more that is older than this turn. */
    record NoteLeft(String conferenceId, long turn) implements LegCommand {}

    /** Leaving was begun and not ended, or nobody need know of the leg any more; what the timer asks. */
    record SettleLeg() implements LegCommand {}
}
