package dev.foyer.pin.journal;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignEvent;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceEvent;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountEvent;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceEvent;
import dev.foyer.pin.domain.tenant.MailSettings;
import dev.foyer.pin.domain.tenant.MeetingSettings;
import dev.foyer.pin.domain.tenant.NumberSettings;
import dev.foyer.pin.domain.tenant.PinSettings;
import dev.foyer.pin.domain.tenant.ReasonSettings;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameEvent;
import java.util.Map;

/** The stored names of everything in {@code pin.journal}. */
public final class PinJournal {

    /** Raised with every change of what is stored ({@code docs/design/formats.md}); 2 is the first that stands in the records. */
    public static final int FORMAT = 13;

    private static final JsonMapper JSON = Json.mapper()
            .addMixIn(UserAnswer.PinIssued.class, WithoutSecrets.class)
            .addMixIn(TenantSettings.class, Flat.class)
            .build();

    public static final JournalFormat<UserEvent> USER_EVENTS = JsonFormat.of(
            UserEvent.class,
            JSON,
            Map.ofEntries(
                    entry("UserProvisioned", UserEvent.UserProvisioned.class),
                    entry("UserNameAwaited", UserEvent.UserNameAwaited.class),
                    entry("UserNameHeld", UserEvent.UserNameHeld.class),
                    entry("UserNameLeft", UserEvent.UserNameLeft.class),
                    entry("UserRemoved", UserEvent.UserRemoved.class),
                    entry("UserForgotten", UserEvent.UserForgotten.class),
                    entry("LicenceAwaitsUser", UserEvent.LicenceAwaitsUser.class),
                    entry("DeliveryKeyAwaited", UserEvent.DeliveryKeyAwaited.class),
                    entry("LicenceTriedAgain", UserEvent.LicenceTriedAgain.class),
                    entry("LicenceGivenUp", UserEvent.LicenceGivenUp.class),
                    entry("LicenceWaitEnded", UserEvent.LicenceWaitEnded.class),
                    entry("UserEnabled", UserEvent.UserEnabled.class),
                    entry("UserDisabled", UserEvent.UserDisabled.class),
                    entry("ConferenceIdWanted", UserEvent.ConferenceIdWanted.class),
                    entry("ConferenceIdGivenUp", UserEvent.ConferenceIdGivenUp.class),
                    entry("ConferenceIdReturned", UserEvent.ConferenceIdReturned.class),
                    entry("ConferenceIdChanged", UserEvent.ConferenceIdChanged.class),
                    entry("DefaultNumberChanged", UserEvent.DefaultNumberChanged.class),
                    entry("PstnOnlyMeetingsChanged", UserEvent.PstnOnlyMeetingsChanged.class),
                    entry("PinReset", UserEvent.PinReset.class),
                    entry("ConferenceInformationAsked", UserEvent.ConferenceInformationAsked.class),
                    entry("WaitingTold", UserEvent.WaitingTold.class),
                    entry("PinRejected", UserEvent.PinRejected.class),
                    entry("PinLocked", UserEvent.PinLocked.class),
                    entry("PinUnlocked", UserEvent.PinUnlocked.class),
                    entry("OrganizerVerified", UserEvent.OrganizerVerified.class),
                    entry("PinRekeyed", UserEvent.PinRekeyed.class)));

    public static final JournalFormat<UserAnswer> USER_ANSWERS = JsonFormat.of(
            UserAnswer.class,
            JSON,
            Map.ofEntries(
                    entry("Done", UserAnswer.Done.class),
                    entry("UserNameUsed", UserAnswer.UserNameUsed.class),
                    entry("UserNameUnused", UserAnswer.UserNameUnused.class),
                    entry("Provisioned", UserAnswer.Provisioned.class),
                    entry("AlreadyEnabled", UserAnswer.AlreadyEnabled.class),
                    entry("Wanted", UserAnswer.Wanted.class),
                    entry("ConferenceIdIs", UserAnswer.ConferenceIdIs.class),
                    entry("Disabled", UserAnswer.Disabled.class),
                    entry("PinIssued", UserAnswer.PinIssued.class),
                    entry("WouldIssuePin", UserAnswer.WouldIssuePin.class),
                    entry("MailAsked", UserAnswer.MailAsked.class),
                    entry("Verified", UserAnswer.Verified.class)));

    public static final JournalFormat<ConferenceIdEvent> CONFERENCE_ID_EVENTS = JsonFormat.of(
            ConferenceIdEvent.class,
            JSON,
            Map.of(
                    "ConferenceIdReserved", ConferenceIdEvent.ConferenceIdReserved.class,
                    "ConferenceIdReleased", ConferenceIdEvent.ConferenceIdReleased.class,
                    "ConferenceIdForgotten", ConferenceIdEvent.ConferenceIdForgotten.class));

    public static final JournalFormat<ConferenceIdAnswer> CONFERENCE_ID_ANSWERS =
            JsonFormat.of(ConferenceIdAnswer.class, JSON, Map.of("Done", ConferenceIdAnswer.Done.class));

    public static final JournalFormat<NameEvent> NAME_EVENTS = JsonFormat.of(
            NameEvent.class,
            JSON,
            Map.of("NameReserved", NameEvent.NameReserved.class, "NameReleased", NameEvent.NameReleased.class));

    public static final JournalFormat<NameAnswer> NAME_ANSWERS =
            JsonFormat.of(NameAnswer.class, JSON, Map.of("Done", NameAnswer.Done.class));

    public static final JournalFormat<TenantEvent> TENANT_EVENTS = JsonFormat.of(
            TenantEvent.class,
            JSON,
            Map.of(
                    "SettingsChanged", TenantEvent.SettingsChanged.class,
                    "TenantAdded", TenantEvent.TenantAdded.class,
                    "TenantRemoved", TenantEvent.TenantRemoved.class));

    public static final JournalFormat<TenantAnswer> TENANT_ANSWERS = JsonFormat.of(
            TenantAnswer.class, JSON, Map.of("Settings", TenantAnswer.Settings.class, "Done", TenantAnswer.Done.class));

    public static final JournalFormat<AccountEvent> ACCOUNT_EVENTS = JsonFormat.of(
            AccountEvent.class,
            JSON,
            Map.of(
                    "SignedIn", AccountEvent.SignedIn.class,
                    "SignedOut", AccountEvent.SignedOut.class,
                    "Forgotten", AccountEvent.Forgotten.class,
                    "SignInFailed", AccountEvent.SignInFailed.class));

    public static final JournalFormat<AccountAnswer> ACCOUNT_ANSWERS = JsonFormat.of(
            AccountAnswer.class,
            JSON,
            Map.of("Generation", AccountAnswer.Generation.class, "Noted", AccountAnswer.Noted.class));

    public static final JournalFormat<SourceEvent> SOURCE_EVENTS = JsonFormat.of(
            SourceEvent.class,
            JSON,
            Map.of(
                    "FailedSignInCounted", SourceEvent.FailedSignInCounted.class,
                    "FailedSignInsForgotten", SourceEvent.FailedSignInsForgotten.class,
                    "SourceForgotten", SourceEvent.SourceForgotten.class));

    public static final JournalFormat<SourceAnswer> SOURCE_ANSWERS = JsonFormat.of(
            SourceAnswer.class,
            JSON,
            Map.of("Counted", SourceAnswer.Counted.class, "Forgotten", SourceAnswer.Forgotten.class));

    public static final JournalFormat<CallSourceEvent> CALL_SOURCE_EVENTS = JsonFormat.of(
            CallSourceEvent.class,
            JSON,
            Map.of(
                    "UnknownIdCounted", CallSourceEvent.UnknownIdCounted.class,
                    "WrongPinCounted", CallSourceEvent.WrongPinCounted.class,
                    "SourceCleared", CallSourceEvent.SourceCleared.class,
                    "SourceForgotten", CallSourceEvent.SourceForgotten.class));

    public static final JournalFormat<CallSourceAnswer> CALL_SOURCE_ANSWERS = JsonFormat.of(
            CallSourceAnswer.class,
            JSON,
            Map.of("Counted", CallSourceAnswer.Counted.class, "Cleared", CallSourceAnswer.Cleared.class));

    public static final JournalFormat<CampaignEvent> CAMPAIGN_EVENTS = JsonFormat.of(
            CampaignEvent.class,
            JSON,
            Map.of(
                    "CampaignPlanned", CampaignEvent.CampaignPlanned.class,
                    "UsersListed", CampaignEvent.UsersListed.class,
                    "CampaignStarted", CampaignEvent.CampaignStarted.class,
                    "BatchBegun", CampaignEvent.BatchBegun.class,
                    "BatchSettled", CampaignEvent.BatchSettled.class,
                    "UsersAwaited", CampaignEvent.UsersAwaited.class,
                    "CampaignStopped", CampaignEvent.CampaignStopped.class,
                    "CampaignContinued", CampaignEvent.CampaignContinued.class,
                    "CampaignFinished", CampaignEvent.CampaignFinished.class,
                    "CampaignForgotten", CampaignEvent.CampaignForgotten.class));

    public static final JournalFormat<CampaignAnswer> CAMPAIGN_ANSWERS = JsonFormat.of(
            CampaignAnswer.class,
            JSON,
            Map.of("Listed", CampaignAnswer.Listed.class, "Done", CampaignAnswer.Done.class));
    public static final JournalFormat<ScimTokenEvent> SCIM_TOKEN_EVENTS = JsonFormat.of(
            ScimTokenEvent.class,
            JSON,
            Map.of(
                    "TokenMade", ScimTokenEvent.TokenMade.class,
                    "TokenRevoked", ScimTokenEvent.TokenRevoked.class,
                    "TokenUsed", ScimTokenEvent.TokenUsed.class));

    public static final JournalFormat<ScimTokenAnswer> SCIM_TOKEN_ANSWERS =
            JsonFormat.of(ScimTokenAnswer.class, JSON, Map.of("TokenNoted", ScimTokenAnswer.TokenNoted.class));

    private PinJournal() {}

    /** A PIN and its sealed form live in the first answer only (rules A4, A6). */
    @JsonIgnoreProperties({"revealed", "delivery"})
    private interface WithoutSecrets {}

    /** Settings were stored side by side before they had groups, and are so for ever. */
    private interface Flat {
        @JsonUnwrapped
        PinSettings pins();

        @JsonUnwrapped
        MailSettings mails();

        @JsonUnwrapped
        MeetingSettings meetings();

        @JsonUnwrapped
        NumberSettings numbers();

        @JsonUnwrapped
        ReasonSettings reasonSettings();
    }
}
