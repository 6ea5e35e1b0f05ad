package dev.foyer.gateway.api;

import dev.foyer.gateway.api.CallAnswer.PinOutcome;
import dev.foyer.gateway.api.CallAnswer.State;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.ClientsConfig;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.Verified;
import dev.foyer.gateway.clients.PinServiceClient.Verify;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.clients.SpokenPinSeal;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Participant;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import dev.foyer.gateway.index.SettingsEntry;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.scans.CallSources;
import dev.foyer.gateway.scans.Guess;
import dev.foyer.gateway.scans.Scans;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A caller's PIN: checked by pin-service against the organizer of that very meeting (rule B1). A right one reaches
 * meeting-service through a topic, so the answer waits until the call shows as the leader. From where PINs of many organizers
 * were guessed, every PIN is wrong for a while (rule G2): pin-service says so, in the words and the time of every wrong one.
 */
@RequestScoped
public class OrganizerPins {

    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    SpokenPinSeal seal;

    @Inject
    ClientsConfig config;

    @Inject
    ReadYourWrites readYourWrites;

    @Inject
    CallSources sources;

    @Inject
    Scans scans;

    /** @param seen where the call leg showed */
    PinOutcome verify(MeetingEntry seen, String callId, Bodies.OrganizerPin body) {
        if (body.pin() == null || !PIN.matcher(body.pin()).matches()) {
            throw Problems.notAPin().exception();
        }
        MeetingEntry meeting = present(seen, callId);
        Participant leg = meeting.call(callId).orElseThrow();
        CommandContext command = request.command(Roles.BRIDGE, new KeyScope("organizer-pin", callId), body);
        String sealed = seal.seal(body.pin(), command, meeting.organizerId(), meeting.conferenceId(), callId);
        Answered<Verified> done = scans.look(
                Guess.atPin(sources.of(command.account(), leg.name()), command, meeting.organizerId()),
                refused -> {
                    Verify verify = new Verify(meeting.conferenceId(), callId, sealed, refused);
                    return pinService.call(
                            command, (pins, params) -> pins.verifyPin(params, meeting.organizerId(), verify));
                },
                outcome -> !outcome.body().verified());
        readYourWrites.await(done);
        if (!done.body().verified()) {
            return outcome(state(meeting, callId), null, done.body().triesLeft());
        }
        // Durable at pin-service by now: however long this takes, the meeting will start.
        return readYourWrites
                .awaitOthers(() -> leading(meeting.conferenceId(), callId), config.commandDeadline())
                .map(_ -> outcome(State.JOINED, true, null))
                .orElseThrow(() -> Problems.startNotShownYet().exception());
    }

    /** Of a leg that goes over to another meeting it may show for a moment that it has left the one, and not yet that it is in the other. */
    private MeetingEntry present(MeetingEntry seen, String callId) {
        Participant leg = seen.call(callId).orElseThrow();
        if (leg.state() != Presence.LEFT || deserted(seen, leg)) {
            return seen;
        }
        return readYourWrites
                .awaitOthers(
                        () -> request.view().meetingOfCall(callId).filter(meeting -> isIn(meeting, callId)),
                        ReadYourWrites.FOR_OTHERS)
                .orElseThrow(() -> Problems.callNotFound().exception());
    }

    private static boolean isIn(MeetingEntry meeting, String callId) {
        return meeting.call(callId)
                .filter(call -> call.state() != Presence.LEFT)
                .isPresent();
    }

    /** With what the tenant has set about announcements by now (rule E8), whatever was said. */
    private PinOutcome outcome(State state, Boolean leader, Integer triesLeft) {
        Optional<SettingsEntry> settings = request.view().settings();
        return new PinOutcome(
                state,
                leader,
                triesLeft,
                settings.map(SettingsEntry::announcements).orElse(SettingsEntry.ANNOUNCEMENTS),
                settings.map(SettingsEntry::nameRecording).orElse(true));
    }

    /**
     * Who waited when the organizer was disabled or removed must not learn of it here (rule B3). A conference that moved
     * to another ID is dead like any meeting that ended: its old ID says nothing of a PIN any more (rule C3).
     */
    private boolean deserted(MeetingEntry meeting, Participant leg) {
        return meeting.closed()
                && meeting.stayedUntilTheEnd(leg)
                && request.view()
                        .userById(meeting.organizerId())
                        .filter(UserEntry::enabled)
                        .isEmpty();
    }

    private Optional<Participant> leading(String conferenceId, String callId) {
        return request.view()
                .meeting(conferenceId)
                .flatMap(meeting -> meeting.call(callId))
                .filter(call -> call.leader() && call.state() == Presence.ADMITTED);
    }

    /** A caller who is in already stays in, whatever was said. */
    private static State state(MeetingEntry meeting, String callId) {
        return meeting.call(callId)
                .filter(call -> call.state() == Presence.ADMITTED)
                .map(_ -> State.JOINED)
                .orElse(State.LOBBY);
    }
}
