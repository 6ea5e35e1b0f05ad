package dev.foyer.meeting.inbound;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.service.keys.TrustedSigners;

/**
 * What pin-service has signed of right PINs. The topic proves nothing, nor does another instance that has read it: whoever
 * could write one such record would be a leader. The signature is over topic, type, id, key and all of the data, so a record
 * says the same of no other tenant, user, call or conference. Thread-safe.
 */
public final class SignedVerifications {

    static final String TYPE = "foyer.pin.OrganizerVerified.v1";

    private final TrustedSigners pinService;

    /** @param pinService whose signature counts */
    public SignedVerifications(TrustedSigners pinService) {
        this.pinService = pinService;
    }

    /**
     * The conference that it starts.
     *
     * @throws Unacceptable when pin-service has not signed it, for this place
     */
    String conferenceId(InboundEvent event) {
        pinService.objection(event).ifPresent(objection -> {
            throw new Unacceptable("The verification " + objection + ", so it is not known to be pin-service's; nobody"
                    + " becomes a leader by it. If it is, its key is missing in foyer.pin-signers-file: add it, and let"
                    + " the organizer enter the PIN again.");
        });
        if (!PinTopics.ORGANIZER_VERIFIED.equals(event.topic()) || !TYPE.equals(event.type())) {
            throw new Unacceptable("The record is signed, but is no verification.");
        }
        String conferenceId = ConferenceIdField.any(EventData.of(event));
        if (!conferenceId.equals(event.origin().key())) {
            throw new Unacceptable("The verification is for another conference than the record's key says.");
        }
        return conferenceId;
    }

    static StartByOrganizer command(InboundEvent event) {
        EventData data = EventData.of(event);
        return new StartByOrganizer(
                data.text("tenant"), data.text("userId"), data.text("callId"), data.instant("verifiedAt"), false);
    }

    /**
     * Whether this record makes this very command; when it was read matters not, nor whether the users are known by now. An
     * instance that reads the topic passes on with the command what it has read.
     *
     * @throws Unacceptable when pin-service has not signed it
     */
    public boolean makes(InboundEvent event, String aggregateId, Object command, CommandMeta meta) {
        return conferenceId(event).equals(aggregateId)
                && event.id().equals(meta.commandId())
                && command instanceof StartByOrganizer start
                && start.withUsersKnown().equals(command(event).withUsersKnown());
    }
}
