package dev.foyer.meeting.api;

import dev.foyer.base.Problem;
import dev.foyer.meeting.domain.MeetingRefusal;

/** The one mapping from refusals to problems. */
final class Refusals {

    private Refusals() {}

    static Problem problem(MeetingRefusal refusal) {
        return switch (refusal) {
            case MeetingRefusal.MeetingNotFound _ ->
                Problem.of(404, "meeting-not-found", "No such meeting", "Check the conference ID.");
            case MeetingRefusal.MeetingHasEnded _ ->
                Problem.of(409, "meeting-has-ended", "The meeting is over", "Schedule another meeting.");
            case MeetingRefusal.MeetingNotStarted _ ->
                Problem.of(
                        409,
                        "meeting-not-started",
                        "The meeting has not started",
                        "Nobody is let in before the start: the organizer starts it by PIN or from a client app.");
            case MeetingRefusal.CallNotHere _ ->
                Problem.of(
                        404,
                        "call-not-found",
                        "No such call",
                        "This call neither waits nor is in the meeting; it may have hung up.");
            case MeetingRefusal.ConferenceIdTaken _ ->
                Problem.unavailable("conference-id-taken", "No free conference ID was found; try again.", 1);
            case MeetingRefusal.OrganizerNotKnownYet _ ->
                Problem.unavailable(
                        "organizer-not-known-yet", "The organizer's enabling is not read yet; try again.", 1);
            case MeetingRefusal.MeetingIsFull full ->
                Problem.of(
                        409,
                        "meeting-full",
                        "The meeting is full",
                        "No more than " + full.most()
                                + " calls can be in a meeting and its lobby, and fewer where their ids are long; come again"
                                + " when others have left.");
            case MeetingRefusal.TenantIsFull full
            when full.lacksMemory() ->
                Problem.unavailable(
                        "meeting-limit-reached",
                        "There is no memory for another call, participant or meeting; those who are there are served. Come"
                                + " again when others have left, or have operations give meeting-service a larger heap.",
                        60);
            case MeetingRefusal.TenantIsFull full ->
                Problem.of(
                        409,
                        "tenant-full",
                        "All places of the tenant are taken",
                        "No more than " + full.most()
                                + " calls can be in the tenant's meetings and lobbies at a time; come again when others have left.");
            case MeetingRefusal.CallHasEnded _, MeetingRefusal.StayIsOver _ ->
                Problem.of(
                        409,
                        "call-has-ended",
                        "This call has hung up",
                        "A call ID stands for one call leg; dial again with a new one.");
        };
    }
}
