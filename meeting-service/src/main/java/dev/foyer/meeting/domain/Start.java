package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingEvent.MeetingStarted;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the start of a meeting consists of (E2): everybody in the lobby joins by itself, in the same decision, so that
 * nobody can dial in between and be forgotten.
 */
final class Start {

    /** Keeps one journal record far below a broker's 1 MB, however large the lobby and however long the call ids. */
    static final int ADMITTED_PER_EVENT = 1_000;

    private Start() {}

    /**
     * @param leaderCallId who proved to be the organizer, or {@code null}
     * @param then what the one who started it does after the lobby was let in
     */
    static List<MeetingEvent> of(
            Meeting.Waiting waiting, StartedBy by, String leaderCallId, Instant now, MeetingEvent... then) {
        List<MeetingEvent> events = new ArrayList<>();
        events.add(new MeetingStarted(by, leaderCallId, now));
        List<String> lobby = waiting.lobby().callIds();
        for (int from = 0; from < lobby.size(); from += ADMITTED_PER_EVENT) {
            int to = Math.min(lobby.size(), from + ADMITTED_PER_EVENT);
            events.add(new CallersAdmitted(List.copyOf(lobby.subList(from, to)), now));
        }
        events.addAll(List.of(then));
        return events;
    }
}
