package dev.foyer.pin.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The data of every public event of pin-service; fields as in the schemas, absent when {@code null}. */
public sealed interface PinEventsV1 {

    /** CloudEvents type; never derived from a class name, which may change. */
    default String type() {
        return switch (this) {
            case UserProvisioned _ -> "foyer.pin.UserProvisioned.v1";
            case UserRemoved _ -> "foyer.pin.UserRemoved.v1";
            case UserEnabled _ -> "foyer.pin.UserEnabled.v1";
            case UserDisabled _ -> "foyer.pin.UserDisabled.v1";
            case ConferenceIdChanged _ -> "foyer.pin.ConferenceIdChanged.v1";
            case DefaultNumberChanged _ -> "foyer.pin.DefaultNumberChanged.v1";
            case PstnOnlyMeetingsChanged _ -> "foyer.pin.PstnOnlyMeetingsChanged.v1";
            case PinReset _ -> "foyer.pin.PinReset.v1";
            case PinRejected _ -> "foyer.pin.PinRejected.v1";
            case PinLocked _ -> "foyer.pin.PinLocked.v1";
            case PinUnlocked _ -> "foyer.pin.PinUnlocked.v1";
            case OrganizerVerified _ -> "foyer.pin.OrganizerVerified.v1";
            case ConferenceInformationRequested _ -> "foyer.pin.ConferenceInformationRequested.v1";
            case PinDelivery _ -> "foyer.pin.PinDelivery.v1";
            case AddressChanged _ -> "foyer.pin.AddressChanged.v1";
            case UserDeparted _ -> "foyer.pin.UserDeparted.v1";
            case MailNotice _ -> "foyer.pin.MailNotice.v1";
            case LockNotice _ -> "foyer.pin.LockNotice.v1";
            case WaitingNotice _ -> "foyer.pin.WaitingNotice.v1";
            case AccountSignedIn _ -> "foyer.pin.AccountSignedIn.v1";
            case AccountSignedOut _ -> "foyer.pin.AccountSignedOut.v1";
            case AccountForgotten _ -> "foyer.pin.AccountForgotten.v1";
            case SignInFailed _ -> "foyer.pin.SignInFailed.v1";
            case SignInDelayed _ -> "foyer.pin.SignInDelayed.v1";
            case ConferenceIdScanSuspected _ -> "foyer.pin.ConferenceIdScanSuspected.v1";
            case ConferenceIdScanCleared _ -> "foyer.pin.ConferenceIdScanCleared.v1";
            case CampaignStarted _ -> "foyer.pin.CampaignStarted.v1";
            case CampaignProgressed _ -> "foyer.pin.CampaignProgressed.v1";
            case CampaignStopped _ -> "foyer.pin.CampaignStopped.v1";
            case CampaignContinued _ -> "foyer.pin.CampaignContinued.v1";
            case CampaignFinished _ -> "foyer.pin.CampaignFinished.v1";
            case ScimTokenMade _ -> "foyer.pin.ScimTokenMade.v1";
            case ScimTokenRevoked _ -> "foyer.pin.ScimTokenRevoked.v1";
            case ScimTokenUsed _ -> "foyer.pin.ScimTokenUsed.v1";
            case TenantSettingsChanged _ -> "foyer.pin.TenantSettingsChanged.v1";
            case TenantAdded _ -> "foyer.pin.TenantAdded.v1";
            case TenantRemoved _ -> "foyer.pin.TenantRemoved.v1";
        };
    }

    /** {@code active} absent: as true, as whoever does not speak SCIM means it. */
    record UserProvisioned(
            String tenant,
            String userId,
            String userPrincipalName,
            String displayName,
            String primarySmtpAddress,
            String preferredLanguage,
            List<String> phoneNumbers,
            Boolean nameCleaned,
            String externalId,
            Boolean active,
            Map<String, String> phoneTypes)
            implements PinEventsV1 {}

    record UserRemoved(String tenant, String userId) implements PinEventsV1 {}

    record UserEnabled(
            String tenant,
            String userId,
            String conferenceId,
            String serviceNumber,
            String tollFreeServiceNumber,
            boolean allowPstnOnlyMeetings,
            Instant pinSetAt,
            String pinSetBy,
            String notificationId,
            String mail,
            Boolean ownPin)
            implements PinEventsV1 {}

    record UserDisabled(String tenant, String userId, String conferenceId) implements PinEventsV1 {}

    record ConferenceIdChanged(
            String tenant, String userId, String from, String to, boolean allowPstnOnlyMeetings, Instant at)
            implements PinEventsV1 {}

    record DefaultNumberChanged(String tenant, String userId, String numberType, String from, String to, Instant at)
            implements PinEventsV1 {}

    record PstnOnlyMeetingsChanged(String tenant, String userId, String conferenceId, boolean allowed, Instant at)
            implements PinEventsV1 {}

    record PinReset(
            String tenant,
            String userId,
            String conferenceId,
            Instant pinSetAt,
            String pinSetBy,
            String notificationId,
            String mail,
            Boolean ownPin)
            implements PinEventsV1 {}

    record PinRejected(String tenant, String userId, String conferenceId, String callId, int failedAttempts)
            implements PinEventsV1 {}

    record PinLocked(String tenant, String userId, Instant since, Instant until) implements PinEventsV1 {}

    /**
     * Only for whom mails the user.
     *
     * @param primarySmtpAddress the new one; absent: none any more
     * @param sequence of the event among those of its user
     */
    record AddressChanged(String tenant, String userId, String primarySmtpAddress, long sequence)
            implements PinEventsV1 {}

    /**
     * Only for whom mails the user: whoever comes under this id is somebody else.
     *
     * @param sequence of the event among those of its user
     */
    record UserDeparted(String tenant, String userId, long sequence) implements PinEventsV1 {}

    record PinUnlocked(String tenant, String userId, String reason, Instant at) implements PinEventsV1 {}

    record OrganizerVerified(String tenant, String userId, String conferenceId, String callId, Instant verifiedAt)
            implements PinEventsV1 {}

    /** {@code channel} is {@code PAGE} or {@code API}. */
    record AccountSignedIn(String tenant, String account, String address, String channel, Instant at)
            implements PinEventsV1 {}

    record AccountSignedOut(String tenant, String account, int generation, Instant at) implements PinEventsV1 {}

    record AccountForgotten(String tenant, String account, int generation, Instant at) implements PinEventsV1 {}

    record SignInFailed(
            String tenant, String account, String address, int failedAttempts, Instant delayedUntil, Instant at)
            implements PinEventsV1 {}

    /** {@code tenant} is {@link SourcePublisherV1#NO_TENANT}. */
    record SignInDelayed(
            String tenant,
            String address,
            String name,
            int failedAttemptsOfName,
            Instant nameDelayedUntil,
            int failedAttempts,
            Instant delayedUntil,
            Instant at)
            implements PinEventsV1 {}

    /** {@code source} as in {@link CallSourceKey}; {@code kind} is {@code NUMBER}, {@code WITHHELD} or {@code ACCOUNT}. */
    record ConferenceIdScanSuspected(
            String tenant,
            String source,
            String kind,
            String account,
            String caller,
            int unknownConferenceIds,
            Instant conferenceIdsRefusedUntil,
            int organizersGuessedAt,
            Instant pinsRefusedUntil,
            Instant at)
            implements PinEventsV1 {}

    record ConferenceIdScanCleared(String tenant, String source, Instant at) implements PinEventsV1 {}

    /** {@code digest} is SHA-256 of the token in hexadecimal; {@code expiresAt} absent: it does not. */
    record ScimTokenMade(String tenant, String tokenId, String name, String digest, Instant expiresAt, Instant at)
            implements PinEventsV1 {}

    record ScimTokenRevoked(String tenant, String tokenId, String name, Instant at) implements PinEventsV1 {}

    /** {@code usedOn}: the first use of that day, in UTC. */
    record ScimTokenUsed(String tenant, String tokenId, String name, LocalDate usedOn) implements PinEventsV1 {}

    /** One flat object: the groups are for us. {@code kind} is {@code WELCOME} or {@code PIN_RESET}. */
    record PinDelivery(
            String notificationId,
            String kind,
            @JsonUnwrapped Addressee addressee,
            @JsonUnwrapped DialIn dialIn,
            String sealedPin,
            @JsonUnwrapped MailDecision mail,
            Instant at,
            long sequence)
            implements PinEventsV1 {

        /** Whom the mail is for. */
        public record Addressee(
                String tenant,
                String userId,
                String displayName,
                String primarySmtpAddress,
                String preferredLanguage) {}

        /** What the mail says about dialling in. */
        public record DialIn(String conferenceId, String serviceNumber, String tollFreeServiceNumber) {}

        /** What the tenant's settings and the administrator say about sending, at the moment of the decision. */
        public record MailDecision(
                boolean automaticallySendEmailsToUsers,
                Boolean sendEmail,
                String sendEmailToAddress,
                Boolean pinShown) {}
    }

    /** {@code mail} is {@code QUEUED} or {@code HELD}, as planned. */
    record ConferenceInformationRequested(
            String tenant, String userId, String conferenceId, String notificationId, String mail, Instant at)
            implements PinEventsV1 {}

    /**
     * News without a PIN that the user is to be mailed; as flat as a delivery. {@code kind} is {@code INFORMATION_CHANGED},
     * {@code TURNED_OFF} or {@code CONFERENCE_INFORMATION}.
     */
    record MailNotice(
            String notificationId,
            String kind,
            @JsonUnwrapped PinDelivery.Addressee addressee,
            @JsonUnwrapped PinDelivery.DialIn dialIn,
            String sendEmailToAddress,
            Instant at,
            long sequence)
            implements PinEventsV1 {}

    /** The same of a lock; {@code kind} is {@code PIN_LOCKED}. */
    record LockNotice(
            String notificationId,
            String kind,
            @JsonUnwrapped PinDelivery.Addressee addressee,
            @JsonUnwrapped PinDelivery.DialIn dialIn,
            Instant lockedSince,
            Instant lockedUntil,
            Instant at,
            long sequence)
            implements PinEventsV1 {}

    /**
     * The same of somebody who waits; {@code kind} is {@code SOMEBODY_WAITS}. The conference ID is that of the meeting, the numbers
     * are the user's.
     */
    record WaitingNotice(
            String notificationId,
            String kind,
            @JsonUnwrapped PinDelivery.Addressee addressee,
            @JsonUnwrapped PinDelivery.DialIn dialIn,
            Instant waitingSince,
            int waiting,
            Instant at,
            long sequence)
            implements PinEventsV1 {}

    /** {@code action} is that of the plan; {@code users} is how many. */
    record CampaignStarted(String tenant, String campaignId, String action, int perSecond, int users, Instant at)
            implements PinEventsV1 {}

    /**
     * {@code results} of one batch; the numbers are of the whole campaign so far; {@code awaiting}: why nobody of it is decided
     * yet, and then there are no results.
     */
    record CampaignProgressed(
            String tenant,
            String campaignId,
            List<CampaignResult> results,
            int done,
            int unchanged,
            int failed,
            int left,
            String awaiting,
            Instant at)
            implements PinEventsV1 {}

    /** {@code outcome} is {@code DONE}, {@code UNCHANGED} or {@code FAILED}; {@code mail} as planned. Never a PIN. */
    record CampaignResult(String user, String outcome, String reason, String mail) {}

    record CampaignStopped(String tenant, String campaignId, int left, Instant at) implements PinEventsV1 {}

    record CampaignContinued(String tenant, String campaignId, int left, Instant at) implements PinEventsV1 {}

    /** {@code left}: of whom nothing was done, because nobody continued it. */
    record CampaignFinished(String tenant, String campaignId, int done, int unchanged, int failed, int left, Instant at)
            implements PinEventsV1 {}

    /** {@code again}: it was removed before, and nothing from before {@code at} is its. */
    record TenantAdded(String tenant, boolean again, Instant at) implements PinEventsV1 {}

    record TenantRemoved(String tenant, Instant at) implements PinEventsV1 {}

    record TenantSettingsChanged(String tenant, TenantSettingsV1 settings, List<SettingChange> changes)
            implements PinEventsV1 {}
}
