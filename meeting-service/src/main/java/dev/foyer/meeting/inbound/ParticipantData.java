package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A connection of a client app, and where.
 *
 * @param displayName or nothing
 */
record ParticipantData(
        @NotNull @Pattern(regexp = ConferenceId.ANY, message = IS_NONE) @Text(TextKind.OPAQUE)
        String conferenceId,

        @NotBlank @Text(TextKind.ID) String participantId,

        @Text(value = TextKind.SENT_LINE, blankIsNone = true)
        String displayName) {

    static final String IS_NONE = "must be a conference ID of 7 or 9 digits";

    static SystemRecord<ParticipantData> of(InboundEvent event, InboundData reader) {
        var record = SystemRecord.of(
                event, OrganizerReactions.TOPIC, OrganizerReactions.ROLE, reader, ParticipantData.class);
        SystemRecord.keyIsOneOf(event, "conferenceId", record.data().conferenceId());
        return record;
    }

    /** What nobody can do any more is no success. @throws Unacceptable that says so */
    static Void check(Reply<MeetingRefusal, MeetingAnswer> reply) {
        if (reply instanceof Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingRefusal reason)) {
            throw new Unacceptable(
                    switch (reason) {
                        case MeetingRefusal.MeetingNotFound _ ->
                            "No meeting of this tenant has this conference ID; check it, or schedule the meeting first.";
                        case MeetingRefusal.MeetingHasEnded _ -> "The meeting is over; schedule another one.";
                        case MeetingRefusal.MeetingIsFull it ->
                            "The meeting is full: no more than " + it.most() + " can be in it.";
                        case MeetingRefusal.TenantIsFull it
                        when it.lacksMemory() ->
                            "meeting-limit-reached: meeting-service has no memory for another participant; give it more (its heap),"
                                    + " then replay this.";
                        case MeetingRefusal.TenantIsFull it ->
                            "The tenant's meetings are full: no more than " + it.most() + " can be in them.";
                        case MeetingRefusal.CallHasEnded _,
                                MeetingRefusal.CallNotHere _,
                                MeetingRefusal.StayIsOver _,
                                MeetingRefusal.ConferenceIdTaken _,
                                MeetingRefusal.MeetingNotStarted _,
                                MeetingRefusal.OrganizerNotKnownYet _ ->
                            "It was refused: " + reason.getClass().getSimpleName() + ".";
                    });
        }
        return null;
    }
}
