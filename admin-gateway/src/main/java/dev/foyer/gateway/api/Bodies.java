package dev.foyer.gateway.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of requests; what may be left out is {@code null} then. An unknown field is refused. */
public final class Bodies {

    private Bodies() {}

    /** What may say why it is asked (rule G3); the header {@code X-Reason} may instead. */
    sealed interface WithReason permits Because, Reset, Replay, Discard, ReplayAll, Campaign {
        String reason();

        /** Whether nothing is done: nobody says why for that. */
        default boolean onlyTried() {
            return false;
        }
    }

    /** Of what takes nothing else: unlocking, locking, disabling, removing, revealing. @param reason why; may be left out */
    public record Because(@Text(TextKind.LINE) String reason) implements WithReason {
        static final Because NOTHING = new Because(null);

        /** @param body {@code null}: there was none */
        static Because orNothing(Because body) {
            return body == null ? NOTHING : body;
        }
    }

    /** Of PUT users. */
    public record User(
            @Text(TextKind.USER_NAME) String userPrincipalName,
            @Text(TextKind.LINE) String displayName,

            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String primarySmtpAddress,

            @Text(value = TextKind.LANGUAGE, blankIsNone = true)
            String preferredLanguage,

            @Text(TextKind.PHONE_NUMBER) List<String> phoneNumbers) {}

    /** Of POST conferencing. */
    public record Enable(
            Boolean sendEmail,
            @Text(TextKind.MAIL_ADDRESS) String sendEmailToAddress,
            Boolean allowPstnOnlyMeetings,
            @Text(TextKind.PHONE_NUMBER) String serviceNumber,
            @Text(TextKind.PHONE_NUMBER) String tollFreeServiceNumber,
            Boolean reveal) {

        static final Enable NOTHING = new Enable(null, null, null, null, null, null);
    }

    /** Of POST dead-letters/{letterId}/replay. @param reason why; may be left out */
    public record Replay(@Text(TextKind.LINE) String reason) implements WithReason {
        static final Replay NOTHING = new Replay(null);
    }

    /** Of POST dead-letters/{letterId}/discard. @param reason why; may be left out where the header says it */
    public record Discard(@Text(TextKind.LINE) String reason) implements WithReason {
        static final Discard NOTHING = new Discard(null);
    }

    /** Of POST dead-letters/replay. @param dryRun whether only to say what would be replayed; true when it is left out */
    public record ReplayAll(
            LetterFilter filter,
            Boolean dryRun,
            @Text(TextKind.LINE) String reason) implements WithReason {

        @Override
        public boolean onlyTried() {
            return dryRun == null || dryRun;
        }
    }

    /** As the list of dead letters takes it. */
    public record LetterFilter(
            @Text(TextKind.SOUGHT) String reason,
            @Text(TextKind.SOUGHT) String origin) {

        static final LetterFilter ALL = new LetterFilter(null, null);
    }

    /** Of PATCH conferencing, for its description: a merge patch tells what is {@code null} from what is not there. */
    public record ConferencingPatch(
            @Text(TextKind.PHONE_NUMBER) String serviceNumber,
            @Text(TextKind.PHONE_NUMBER) String tollFreeServiceNumber,
            Boolean allowPstnOnlyMeetings) {}

    /** Of PUT conference-id. */
    public record ConferenceId(@Text(TextKind.SOUGHT) String conferenceId) {}

    /** Of POST pin/reset. */
    public record Reset(
            Boolean sendEmail,
            @Text(TextKind.MAIL_ADDRESS) String sendEmailToAddress,
            Boolean reveal,
            @Text(TextKind.LINE) String reason)
            implements WithReason {

        static final Reset NOTHING = new Reset(null, null, null, null);
    }

    /** Of POST conferencing/email. */
    public record Email(@Text(TextKind.MAIL_ADDRESS) String sendEmailToAddress) {
        static final Email NOTHING = new Email(null);
    }

    /** Of POST notifications/{id}/send. */
    public record Send(
            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String toAddress) {

        static final Send NOTHING = new Send(null);
    }

    /** Of POST tenants. */
    public record Tenant(
            @Text(TextKind.TENANT) String tenant,
            @Text(TextKind.SOUGHT) String administrator) {}

    /** Of POST meetings. */
    public record Meeting(
            @Text(TextKind.SOUGHT) String organizer,
            @Text(value = TextKind.LINE, blankIsNone = true) String subject,
            Boolean startWithoutPin) {}

    /** Of POST admit. */
    public record Admission(@Text(TextKind.ID) String callId) {
        static final Admission EVERYBODY = new Admission(null);
    }

    /** Of POST webhooks. */
    public record Webhook(
            @Text(TextKind.OPAQUE) String url,
            @Text(TextKind.SOUGHT) List<String> types,
            @Text(value = TextKind.LINE, blankIsNone = true) String description) {}

    /** Of PATCH webhooks. @param description empty: none */
    public record WebhookPatch(
            @Text(TextKind.OPAQUE) String url,
            @Text(TextKind.SOUGHT) List<String> types,
            String description,
            Boolean paused) {}

    /**
     * Of POST campaigns: either users or a query.
     *
     * @param perSecond 1 to 200, 20 when absent
     * @param users userIds or userPrincipalNames
     * @param dryRun says what would happen, and nothing does
     */
    public record Campaign(
            @Schema(
                    description = "What is done to each user",
                    enumeration = {"ENABLE", "RESET_PIN", "REISSUE_SHORT_PINS"})
            @Text(TextKind.SOUGHT)
            String action,

            @Schema(description = "userIds or userPrincipalNames, at most 10,000; instead of query")
            @Text(TextKind.SOUGHT)
            List<String> users,

            @Schema(
                    description =
                            "All users that a search finds, as GET users does; instead of users. A text is read as its q")
            CampaignQuery query,

            @Schema(
                    description = "So many users in each second, at most",
                    minimum = "1",
                    maximum = "200",
                    defaultValue = "20")
            Integer perSecond,

            @Schema(description = "Says what would be done, and does nothing", defaultValue = "false")
            Boolean dryRun,

            @Text(TextKind.LINE) String reason)
            implements WithReason {

        @Override
        public boolean onlyTried() {
            return Boolean.TRUE.equals(dryRun);
        }
    }

    /** All users that a search finds, and not one page of them; as in GET users. */
    public record CampaignQuery(
            @Text(TextKind.SOUGHT) String q,

            @Schema(enumeration = {"enabled", "disabled", "locked", "held"}) @Text(TextKind.SOUGHT)
            String state) {

        /** As GET users takes it, where nothing but the words is asked for. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static CampaignQuery ofWords(String q) {
            return new CampaignQuery(TextKind.SOUGHT.of(q), null);
        }
    }

    /** Of POST scim-tokens. @param expiresAt absent: it does not */
    @Schema(name = "ScimTokenBody", requiredProperties = "name")
    public record ScimTokenBody(@Text(TextKind.SHORT_LINE) String name, Instant expiresAt) {}

    /** Of POST participants. */
    public record Participant(
            @Text(TextKind.ID) String participantId,

            @Text(value = TextKind.SENT_LINE, blankIsNone = true)
            String displayName) {}

    /** Of POST bridge/calls. */
    public record Call(
            @Text(TextKind.ID) String callId,
            @Text(TextKind.OPAQUE) String conferenceId,

            @Text(value = TextKind.SENT_LINE, blankIsNone = true)
            String from) {}

    /** Of POST organizer-pin. Prints nothing of the PIN. */
    public record OrganizerPin(@Text(TextKind.OPAQUE) String pin) {
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
