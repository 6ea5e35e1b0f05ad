package dev.foyer.meeting.domain.leg;

import dev.foyer.meeting.domain.leg.LegEvent.Refusal;
import java.time.Instant;

/** What can be wanted of a call leg. */
public sealed interface LegCommand {

    /**
     * It dialled this conference ID.
     *
     * @param roomAsked it was asked whether there is room, if it is in another conference
     * @param told when, as its bridge says over a topic, where it may come late and in any order; {@code null}: a request asks,
     *     and it is so now
     * @param bridge that brings it; {@code null}: not said
     */
    record GoTo(String conferenceId, boolean roomAsked, Instant told, String bridge) implements LegCommand {

        /** By a request, of whomever. */
        public GoTo(String conferenceId, boolean roomAsked) {
            this(conferenceId, roomAsked, null, null);
        }

        /** The same, after it was asked. */
        public GoTo withRoomAsked() {
            return new GoTo(conferenceId, true, told, bridge);
        }
    }

    /**
     * It dialled this conference ID, and the meeting says that this turn of it is over, such as by the end of the meeting: it is given
     * a new one, unless it went on or hung up meanwhile.
     *
     * @param told and {@code bridge}: as of {@link GoTo}
     */
    record ComeAgain(String conferenceId, long over, Instant told, String bridge) implements LegCommand {}

    /**
     * It is gone.
     *
     * @param from only if this is where it is; {@code null}: wherever it is, and for good
     * @param told as of {@link GoTo}
     */
    record GoAway(String from, Instant told) implements LegCommand {

        /** By a request. */
        public GoAway(String from) {
            this(from, null);
        }
    }

    /**
     * It was not let in, and nobody waits for an answer that could say so.
     *
     * @param conferenceId {@code null} when there is none such: digits that a caller mistyped are nobody else's business
     * @param from the caller's number, or {@code null}
     */
    record TurnAway(String conferenceId, Refusal reason, String from) implements LegCommand {}

    /** Its bridge still has it. */
    record NoteAlive() implements LegCommand {}

    /** Whether the bridge that brought it ever sends heartbeats. */
    record NoteBridge(boolean beats) implements LegCommand {}

    /** That conference has nothing of it any more that is older than this turn. */
    record NoteLeft(String conferenceId, long turn) implements LegCommand {}

    /** Leaving was begun and not ended, nothing is heard of it, or nobody need know of it any more; what the timer asks. */
    record SettleLeg() implements LegCommand {}
}
