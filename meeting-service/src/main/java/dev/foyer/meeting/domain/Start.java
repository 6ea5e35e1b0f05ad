package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.MeetingStarted;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the start of a meeting consists of (E2): everybody in the lobby joins by itself, in the same decision, so that
 * nobody can dial in between and be forgotten. Where people let each other in only the leader does, who needs nobody's word;
 * and who could start the meeting without a PIN needs nobody's either, so there everybody joins.
 */
final class Start {

    private Start() {}

    /**
     * @param leaderCallId who proved to be the organizer, or {@code null}
     * @param rule of the meeting's tenant
     * @param then what the one who started it does after the lobby was let in
     */
    static List<MeetingEvent> of(
            Meeting.Waiting waiting,
            StartedBy by,
            String leaderCallId,
            LobbyRule rule,
            Instant now,
            MeetingEvent... then) {
        Admission admission = waiting.booking().startWithoutPin() ? Admission.AUTOMATIC : rule.admission();
        List<MeetingEvent> events = new ArrayList<>();
        events.add(new MeetingStarted(by, leaderCallId, now, admission));
        events.addAll(
                switch (admission) {
                    case AUTOMATIC -> Admissions.of(waiting.lobby().callIds(), now);
                    case MANUAL -> Admissions.of(waiting.lobby().only(leaderCallId), now);
                });
        events.addAll(List.of(then));
        return events;
    }
}
