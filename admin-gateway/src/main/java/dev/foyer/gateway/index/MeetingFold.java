package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.index.MeetingEntry.ParticipantKind;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.time.Instant;

/** What {@code meeting.events} make of a meeting. Pure; an event seen twice makes the same again. */
final class MeetingFold {

    private MeetingFold() {}

    /** @return the meeting afterwards, or {@code null} when the event says of none that there is one */
    static MeetingEntry apply(MeetingEntry before, MeetingEventType type, PublicEvent event) {
        if (type == MeetingEventType.VERIFICATION_IGNORED || (before != null && event.sequence() < before.version())) {
            return before;
        }
        MeetingDraft draft = before == null
                ? MeetingDraft.unknown(event.tenant(), event.text("conferenceId"))
                : new MeetingDraft(before);
        switch (type) {
            case MEETING_SCHEDULED -> scheduled(draft, event);
            case START_WITHOUT_PIN_CHANGED -> draft.startWithoutPin = event.flag("allowed");
            case MEETING_STARTED -> started(draft, event);
            case CALLER_WAITING ->
                draft.participant(
                        event.needed("callId"),
                        ParticipantKind.CALLER,
                        Presence.WAITING,
                        false,
                        event.text("from"),
                        event.neededTime("since"));
            case CALLER_ADMITTED -> admitted(draft, event.data(), event.neededTime("at"));
            case CALLERS_ADMITTED ->
                event.data().path("calls").forEach(call -> admitted(draft, call, event.neededTime("at")));
            case ORGANIZER_ALERTED -> {} // for the history
            case CALLER_BECAME_LEADER -> draft.leader(event.needed("callId"));
            case PARTICIPANT_JOINED ->
                draft.participant(
                        event.needed("participantId"),
                        ParticipantKind.APP,
                        Presence.ADMITTED,
                        false,
                        event.text("displayName"),
                        event.neededTime("at"));
            case PARTICIPANT_LEFT ->
                draft.left(
                        event.needed("participantId"),
                        ParticipantKind.valueOf(event.text("kind")),
                        event.neededTime("at"));
            case TIME_LIMIT_REACHED -> {} // for the history; the end follows
            case MEETING_ENDED -> ended(draft, draft.personal ? Phase.WAITING : Phase.ENDED, event.neededTime("at"));
            // Those who were there were sent home a moment before, by another clock: that end stands.
            case MEETING_CLOSED ->
                ended(draft, Phase.ENDED, draft.endedAt == null ? event.neededTime("at") : draft.endedAt);
            case VERIFICATION_IGNORED -> throw new IllegalStateException("Changes no meeting");
        }
        return draft.entry(event.sequence(), event.envelope().time());
    }

    /** @param call the fields that an event of one leg has, or one leg of an event of many */
    private static void admitted(MeetingDraft draft, JsonNode call, Instant at) {
        if (!call.hasNonNull("callId")) {
            throw new IllegalArgumentException("callId");
        }
        draft.participant(
                call.get("callId").asText(),
                ParticipantKind.CALLER,
                Presence.ADMITTED,
                call.path("leader").asBoolean(),
                call.path("from").asText(null),
                at);
    }

    private static void scheduled(MeetingDraft draft, PublicEvent event) {
        draft.organizerId = event.text("organizerId");
        draft.subject = event.text("subject");
        draft.personal = event.flag("personal");
        draft.startWithoutPin = event.flag("startWithoutPin");
        if (draft.phase == Phase.ENDED) {
            draft.phase = Phase.WAITING;
        }
    }

    private static void started(MeetingDraft draft, PublicEvent event) {
        draft.forgetThoseWhoLeftBefore(draft.endedAt);
        draft.organizerId = event.text("organizerId");
        draft.phase = Phase.RUNNING;
        draft.startedBy = event.text("startedBy");
        draft.startedAt = event.neededTime("startedAt");
        draft.endedAt = null;
    }

    private static void ended(MeetingDraft draft, Phase phase, Instant at) {
        draft.phase = phase;
        draft.endedAt = at;
        if (phase == Phase.WAITING) { // what is to come was not started by anybody
            draft.startedBy = null;
            draft.startedAt = null;
        }
        draft.allLeft(at);
    }
}
