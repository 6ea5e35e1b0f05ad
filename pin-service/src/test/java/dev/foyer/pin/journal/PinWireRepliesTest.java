package dev.foyer.pin.journal;

import static dev.foyer.eventsourcing.testing.WireCheck.arrives;

import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignRefusal;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenRefusal;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountRefusal;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceRefusal;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantRefusal;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Delivery;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.MailPlan;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameRefusal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an instance of pin-service answers another one, by whose client it was asked, arrives as it left. */
class PinWireRepliesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456789Z");
    private static final Pin PIN = new Pin("040813");
    private static final MailOptions OPTIONS = new MailOptions(true, "amos@example.org");
    private static final TenantSettings SETTINGS = Settings.EVERYTHING;

    @Test
    void refusals() {
        arrives(
                UserRefusal.class,
                PinWire.USERS.refusals(),
                new UserRefusal.UserUnknown(),
                new UserRefusal.UserLimitReached(),
                new UserRefusal.UserNotEnabled(),
                new UserRefusal.UserInactive(),
                new UserRefusal.OwnPinReset(),
                new UserRefusal.UserNameNotReserved("amos", 7),
                new UserRefusal.UserNameTaken(),
                new UserRefusal.AddressWithoutSendEmail(),
                new UserRefusal.ServiceNumberNotOffered("+390212345678"),
                new UserRefusal.ConferenceIdNotReserved(),
                new UserRefusal.ConferenceIdNeedsAdministrator(),
                new UserRefusal.ConferenceIdTaken("4711007"),
                new UserRefusal.ConferenceIdUnsettled("4711007"),
                new UserRefusal.ResetNeedsAdministrator(),
                new UserRefusal.ResetLimitReached(NOW),
                new UserRefusal.AddressNeedsAdministrator(),
                new UserRefusal.PinLongEnough(),
                new UserRefusal.NoDeliveryKey(),
                new UserRefusal.LicenceCannotWait(),
                new UserRefusal.LicenceNotAwaited(),
                new UserRefusal.PinNotSealedForThis(),
                new UserRefusal.VerificationKeyIsMissing());
        arrives(
                ConferenceIdRefusal.class,
                PinWire.CONFERENCE_IDS.refusals(),
                new ConferenceIdRefusal.ConferenceIdTaken(),
                new ConferenceIdRefusal.ReservedTooLate());
        arrives(NameRefusal.class, PinWire.USER_NAMES.refusals(), new NameRefusal.NameTaken("contoso.com/u-17", 7));
        arrives(
                TenantRefusal.class,
                PinWire.TENANTS.refusals(),
                new TenantRefusal.PinLengthOutOfRange(3),
                new TenantRefusal.LogonAttemptsOutOfRange(100),
                new TenantRefusal.OrganizerAlertOutOfRange(0),
                new TenantRefusal.CallSilenceOutOfRange(0),
                new TenantRefusal.ServiceNumberInvalid("+390212345678"),
                new TenantRefusal.SenderOverrideIncomplete(),
                new TenantRefusal.OrganizationNameInvalid(),
                new TenantRefusal.SupportContactInvalid(),
                new TenantRefusal.SenderInvalid(),
                new TenantRefusal.LanguageUnknown("xx"),
                new TenantRefusal.DefaultNumberNotOffered("+390212345678"),
                new TenantRefusal.NumberListedTwice("+390212345678"),
                new TenantRefusal.ReasonPatternInvalid("must be one"),
                new TenantRefusal.ReasonPatternWithoutReasons(),
                new TenantRefusal.SettingsChangedMeanwhile(),
                new TenantRefusal.TenantIsGone());
        arrives(
                ScimTokenRefusal.class,
                PinWire.SCIM_TOKENS.refusals(),
                new ScimTokenRefusal.TokenNotFound(),
                new ScimTokenRefusal.TooManyTokens(20),
                new ScimTokenRefusal.ExpiryPassed());
        arrives(AccountRefusal.class, PinWire.ACCOUNTS.refusals(), new AccountRefusal.AccountWaits(NOW));
        arrives(SourceRefusal.class, PinWire.SOURCES.refusals(), new SourceRefusal.SourceWaits(NOW));
        arrives(CallSourceRefusal.class, PinWire.CALL_SOURCES.refusals(), new CallSourceRefusal.SourceUnknown());
        arrives(
                CampaignRefusal.class,
                PinWire.CAMPAIGNS.refusals(),
                new CampaignRefusal.CampaignUnknown(),
                new CampaignRefusal.CampaignIsOver(),
                new CampaignRefusal.PlanNotPossible(),
                new CampaignRefusal.ListBroken());
    }

    @Test
    void answersWithTheirSecrets() {
        arrives(
                UserAnswer.class,
                PinWire.USERS.answers(),
                new UserAnswer.Done(),
                new UserAnswer.Provisioned(true),
                new UserAnswer.UserNameUsed(),
                new UserAnswer.UserNameUnused(8),
                new UserAnswer.AlreadyEnabled("4711007"),
                new UserAnswer.Wanted("4711007", NOW, NOW.plusSeconds(30)),
                new UserAnswer.ConferenceIdIs("4711007"),
                new UserAnswer.Disabled(Optional.of("4711007")),
                new UserAnswer.Disabled(Optional.empty()),
                new UserAnswer.PinIssued(
                        "4711007",
                        "n-1",
                        Optional.of(PIN),
                        Optional.of(new Delivery(new SealedPin("eyJ.a.b.c.d"), OPTIONS, true, true)),
                        new MailPlan(MailPlan.Status.HELD, "amos@example.org")),
                new UserAnswer.PinIssued("4711007", "n-1", Optional.empty(), Optional.empty(), null),
                new UserAnswer.WouldIssuePin(MailPlan.Status.QUEUED),
                new UserAnswer.MailAsked("n-1", new MailPlan(MailPlan.Status.HELD, null)),
                new UserAnswer.Verified(true, 3));
        arrives(NameAnswer.class, PinWire.USER_NAMES.answers(), new NameAnswer.Done());
        arrives(ConferenceIdAnswer.class, PinWire.CONFERENCE_IDS.answers(), new ConferenceIdAnswer.Done());
        arrives(
                TenantAnswer.class,
                PinWire.TENANTS.answers(),
                new TenantAnswer.Settings(SETTINGS),
                new TenantAnswer.Done());
        arrives(
                ScimTokenAnswer.class,
                PinWire.SCIM_TOKENS.answers(),
                new ScimTokenAnswer.TokenNoted("9f86d081884c7d65"),
                new ScimTokenAnswer.TokenNoted(null));
        arrives(
                AccountAnswer.class,
                PinWire.ACCOUNTS.answers(),
                new AccountAnswer.Generation(3),
                new AccountAnswer.Noted());
        arrives(
                SourceAnswer.class,
                PinWire.SOURCES.answers(),
                new SourceAnswer.Counted(NOW, null),
                new SourceAnswer.Counted(null, NOW),
                new SourceAnswer.Forgotten());
        arrives(
                CallSourceAnswer.class,
                PinWire.CALL_SOURCES.answers(),
                new CallSourceAnswer.Counted(NOW, null),
                new CallSourceAnswer.Counted(null, NOW),
                new CallSourceAnswer.Cleared());
        arrives(
                CampaignAnswer.class,
                PinWire.CAMPAIGNS.answers(),
                new CampaignAnswer.Listed(500),
                new CampaignAnswer.Done());
    }
}
