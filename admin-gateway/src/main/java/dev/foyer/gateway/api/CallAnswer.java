package dev.foyer.gateway.api;

import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Participant;

/** What the bridge learns of call legs. */
public final class CallAnswer {

    private CallAnswer() {}

    /** Of a call leg, in the bridge's words. */
    public enum State {
        LOBBY,
        JOINED,
        LEFT,
        UNKNOWN_CONFERENCE
    }

    /**
     * To a call that was announced.
     *
     * @param askForOrganizer ask "are you the organizer?", and on yes for the PIN
     * @param music play music until the leg is admitted
     * @param announcements what those inside hear when somebody comes or goes, as the tenant has set it (rule E8); absent for a
     *     conference that there is not
     * @param nameRecording whether to ask callers to say their name; absent likewise
     */
    public record DialIn(
            String state, boolean askForOrganizer, boolean music, String announcements, Boolean nameRecording) {}

    /** Of a call that is known. */
    public record Leg(String callId, String conferenceId, State state, boolean leader) {

        static Leg of(MeetingEntry meeting, Participant call) {
            return new Leg(call.id(), meeting.conferenceId(), stateOf(call), call.leader());
        }
    }

    /**
     * To a PIN: either leader, or how many tries are left; wrong, locked and unknown look the same (rule B3).
     *
     * @param leader absent when the PIN was not accepted
     * @param triesLeft absent when it was
     * @param announcements and {@code nameRecording}: as of {@link DialIn}
     */
    public record PinOutcome(
            State state, Boolean leader, Integer triesLeft, String announcements, Boolean nameRecording) {}

    private static State stateOf(Participant call) {
        return switch (call.state()) {
            case WAITING -> State.LOBBY;
            case ADMITTED -> State.JOINED;
            case LEFT -> State.LEFT;
        };
    }
}
