package dev.foyer.gateway.api;

import java.util.List;

/** The bodies of requests; what may be left out is {@code null} then. An unknown field is refused. */
public final class Bodies {

    private Bodies() {}

    /** Of PUT users. */
    public record User(
            String userPrincipalName,
            String displayName,
            String primarySmtpAddress,
            String preferredLanguage,
            List<String> phoneNumbers) {}

    /** Of POST conferencing. */
    public record Enable(
            Boolean sendEmail,
            String sendEmailToAddress,
            Boolean allowPstnOnlyMeetings,
            String serviceNumber,
            String tollFreeServiceNumber,
            Boolean reveal) {

        static final Enable NOTHING = new Enable(null, null, null, null, null, null);
    }

    /** Of PATCH conferencing, for its description: a merge patch tells what is {@code null} from what is not there. */
    public record ConferencingPatch(
            String serviceNumber, String tollFreeServiceNumber, Boolean allowPstnOnlyMeetings) {}

    /** Of PUT conference-id. */
    public record ConferenceId(String conferenceId) {}

    /** Of POST pin/reset. */
    public record Reset(Boolean sendEmail, String sendEmailToAddress, Boolean reveal) {

        static final Reset NOTHING = new Reset(null, null, null);
    }

    /** Of POST notifications/{id}/send. */
    public record Send(String toAddress) {

        static final Send NOTHING = new Send(null);
    }

    /** Of POST tenants. */
    public record Tenant(String tenant, String administrator) {}

    /** Of POST meetings. */
    public record Meeting(String organizer, String subject, Boolean startWithoutPin) {}

    /** Of POST participants. */
    public record Participant(String participantId, String displayName) {}

    /** Of POST bridge/calls. */
    public record Call(String callId, String conferenceId, String from) {}

    /** Of POST organizer-pin. Prints nothing of the PIN. */
    public record OrganizerPin(String pin) {
        @Override
        public String toString() {
            return "OrganizerPin[]";
        }
    }

    /** @throws dev.foyer.base.Problem.ProblemException 400 when there is no body */
    static <T> T required(T body) {
        if (body == null) {
            throw Problems.bodyMissing().exception();
        }
        return body;
    }
}
