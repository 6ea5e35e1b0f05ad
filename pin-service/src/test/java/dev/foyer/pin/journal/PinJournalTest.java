package dev.foyer.pin.journal;

import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.pin.contract.TenantSettingsV1;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignEvent;
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.campaign.ItemResult;
import dev.foyer.pin.domain.campaign.ItemResult.Outcome;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdForgotten;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdReleased;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent.ConferenceIdReserved;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceEvent;
import dev.foyer.pin.domain.scan.Misses;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountEvent;
import dev.foyer.pin.domain.signin.Channel;
import dev.foyer.pin.domain.signin.Failures;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceEvent;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.AwaitedLicence;
import dev.foyer.pin.domain.user.Delivery;
import dev.foyer.pin.domain.user.Licence;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.MailPlan;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ScimDetails;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserAnswer.PinIssued;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import dev.foyer.pin.domain.user.UserFixture;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that is stored is read as it was written, but for the secrets, which are not written. */
class PinJournalTest {

    private static final MailPlan PLAN = new MailPlan(MailPlan.Status.QUEUED, "amos@example.org");
    private static final JsonMapper JSON = Json.mapper().build();

    private static final Licence LICENCE = new Licence("/hr", "e-1", "u-3", "corr-1", 2, 4711);
    private static final UserEnabled ENABLED = UserFixture.enabled();
    private static final TenantSettings SETTINGS = Settings.with(
            "serviceNumbers",
            List.of(
                    new ServiceNumber("+390212345678", ServiceNumber.Type.TOLL, "Milano", "IT", List.of("it", "en")),
                    new ServiceNumber("+39800123456", ServiceNumber.Type.TOLL_FREE, null, null, null)),
            "maximumLogonAttempts",
            10);

    @Test
    void everyUserEventIsReadAsItWasWritten() {
        roundTrip(
                UserEvent.class,
                PinJournal.USER_EVENTS,
                UserFixture.provisioned(),
                new UserEvent.UserProvisioned(new Profile(
                        "amos@contoso.com",
                        "Amos Marble",
                        null,
                        null,
                        List.of("+441632960123"),
                        new ScimDetails("00u1a2b3", true, Map.of("+441632960123", "work")))),
                new UserEvent.UserNameAwaited("Amos", NOW, NOW),
                new UserEvent.UserNameHeld(),
                new UserEvent.UserNameLeft("amos", 7, NOW),
                new UserRemoved(NOW),
                new UserEvent.UserForgotten(NOW),
                new UserEvent.LicenceAwaitsUser(LICENCE, NOW, NOW),
                new UserEvent.DeliveryKeyAwaited(LICENCE, NOW, NOW),
                new UserEvent.LicenceTriedAgain(NOW, NOW),
                new UserEvent.LicenceGivenUp(AwaitedLicence.GivenUp.USER_DID_NOT_COME, NOW, NOW),
                new UserEvent.LicenceWaitEnded(NOW),
                ENABLED,
                new UserEnabled(
                        "4711007",
                        "+390212345678",
                        "+39800123456",
                        true,
                        ENABLED.verifier(),
                        5,
                        NOW,
                        "admin",
                        "n-1",
                        true),
                new UserDisabled("4711007", NOW),
                UserFixture.wanted(),
                new UserEvent.ConferenceIdGivenUp("4711007", NOW, NOW),
                new UserEvent.ConferenceIdReturned("4711007"),
                new UserEvent.ConferenceIdChanged("4711007", "8150042", NOW),
                new UserEvent.DefaultNumberChanged(ServiceNumber.Type.TOLL_FREE, "+39800123456", null, NOW),
                new UserEvent.PstnOnlyMeetingsChanged(true, NOW),
                new UserEvent.ConferenceInformationAsked("n-1", "amos@example.org", NOW),
                new UserEvent.WaitingTold("n-2", "471100815", NOW, 2, NOW),
                UserFixture.reset(PIN, true),
                UserFixture.rejected("call-1"),
                UserFixture.locked(),
                UserFixture.lockedForGood(),
                new PinUnlocked(UnlockReason.EXPIRED, NOW),
                new UserEvent.OrganizerVerified("4711007", "call-1", NOW),
                UserFixture.rekeyed(PIN));
    }

    @Test
    void everyUserAnswerIsReadAsItWasWritten() {
        roundTrip(
                UserAnswer.class,
                PinJournal.USER_ANSWERS,
                new UserAnswer.Done(),
                new UserAnswer.Provisioned(true),
                new UserAnswer.UserNameUsed(),
                new UserAnswer.UserNameUnused(8),
                new UserAnswer.AlreadyEnabled("4711007"),
                new UserAnswer.Wanted("4711007", NOW, NOW),
                new UserAnswer.ConferenceIdIs("4711007"),
                new UserAnswer.Disabled(Optional.of("4711007")),
                new UserAnswer.Disabled(Optional.empty()),
                new PinIssued("4711007", "n-1", Optional.empty(), Optional.empty(), null),
                new PinIssued("4711007", "n-1", Optional.empty(), Optional.empty(), PLAN),
                new UserAnswer.WouldIssuePin(MailPlan.Status.HELD),
                new UserAnswer.MailAsked("n-1", PLAN),
                new UserAnswer.Verified(false, 2));
    }

    @Test
    void everythingOfACampaignIsReadAsItWasWritten() {
        roundTrip(
                CampaignEvent.class,
                PinJournal.CAMPAIGN_EVENTS,
                new CampaignEvent.CampaignPlanned(
                        new CampaignPlan(CampaignAction.REISSUE_SHORT_PINS, 20, 2), "admin", "u-admin", "CHG-17", NOW),
                new CampaignEvent.CampaignPlanned(
                        new CampaignPlan(CampaignAction.ENABLE, 1, 1), "admin", null, null, NOW),
                new CampaignEvent.UsersListed(List.of("u-17", "nobody@contoso.com")),
                new CampaignEvent.CampaignStarted(NOW),
                new CampaignEvent.BatchBegun(NOW),
                new CampaignEvent.BatchSettled(
                        List.of(
                                new ItemResult("u-17", Outcome.DONE, null, "QUEUED"),
                                new ItemResult("nobody@contoso.com", Outcome.FAILED, Reason.USER_NOT_FOUND, null)),
                        NOW),
                new CampaignEvent.UsersAwaited(Reason.NO_DELIVERY_KEY, NOW),
                new CampaignEvent.CampaignStopped(NOW),
                new CampaignEvent.CampaignContinued(NOW),
                new CampaignEvent.CampaignFinished(NOW),
                new CampaignEvent.CampaignForgotten(NOW));
        roundTrip(
                CampaignAnswer.class,
                PinJournal.CAMPAIGN_ANSWERS,
                new CampaignAnswer.Listed(500),
                new CampaignAnswer.Done());
    }

    @Test
    void everythingElseIsReadAsItWasWritten() {
        roundTrip(
                TenantEvent.class,
                PinJournal.TENANT_EVENTS,
                new TenantEvent.SettingsChanged(
                        SETTINGS, List.of(new SettingChange("maximumLogonAttempts", null, "10"))),
                new TenantEvent.TenantAdded(true, NOW),
                new TenantEvent.TenantRemoved(NOW));
        roundTrip(
                TenantAnswer.class,
                PinJournal.TENANT_ANSWERS,
                new TenantAnswer.Settings(SETTINGS),
                new TenantAnswer.Done());
        roundTrip(
                ScimTokenEvent.class,
                PinJournal.SCIM_TOKEN_EVENTS,
                new ScimTokenEvent.TokenMade("9f86d081884c7d65", "Entra ID", "ab", NOW, NOW, "admin"),
                new ScimTokenEvent.TokenMade("9f86d081884c7d65", "Okta", "cd", null, NOW, "admin"),
                new ScimTokenEvent.TokenRevoked("9f86d081884c7d65", NOW),
                new ScimTokenEvent.TokenUsed("9f86d081884c7d65", LocalDate.parse("2026-11-27")));
        roundTrip(
                ScimTokenAnswer.class,
                PinJournal.SCIM_TOKEN_ANSWERS,
                new ScimTokenAnswer.TokenNoted("9f86d081884c7d65"),
                new ScimTokenAnswer.TokenNoted(null));
        roundTrip(
                AccountEvent.class,
                PinJournal.ACCOUNT_EVENTS,
                new AccountEvent.SignedIn("203.0.113.7", Channel.PAGE, NOW),
                new AccountEvent.SignedOut(3, NOW),
                new AccountEvent.Forgotten(4, NOW),
                new AccountEvent.SignInFailed("203.0.113.7", true, 51, NOW, NOW),
                new AccountEvent.SignInFailed("203.0.113.7", false, 0, null, NOW));
        roundTrip(
                AccountAnswer.class,
                PinJournal.ACCOUNT_ANSWERS,
                new AccountAnswer.Generation(3),
                new AccountAnswer.Noted());
        roundTrip(
                SourceEvent.class,
                PinJournal.SOURCE_EVENTS,
                new SourceEvent.FailedSignInCounted(
                        "9f86d081884c7d65", new Failures(6, NOW, NOW), new Failures(6, NOW, null), NOW),
                new SourceEvent.FailedSignInsForgotten("9f86d081884c7d65", NOW),
                new SourceEvent.SourceForgotten(NOW));
        roundTrip(
                SourceAnswer.class,
                PinJournal.SOURCE_ANSWERS,
                new SourceAnswer.Counted(NOW, null),
                new SourceAnswer.Forgotten());
        roundTrip(
                CallSourceEvent.class,
                PinJournal.CALL_SOURCE_EVENTS,
                new CallSourceEvent.UnknownIdCounted("+390212345678", new Misses(11, 11, NOW, NOW), true, NOW),
                new CallSourceEvent.WrongPinCounted(null, "u-17", new Misses(1, 1, NOW, null), false, NOW),
                new CallSourceEvent.SourceCleared(NOW),
                new CallSourceEvent.SourceForgotten(NOW));
        roundTrip(
                CallSourceAnswer.class,
                PinJournal.CALL_SOURCE_ANSWERS,
                new CallSourceAnswer.Counted(NOW, null),
                new CallSourceAnswer.Cleared());
        roundTrip(
                ConferenceIdEvent.class,
                PinJournal.CONFERENCE_ID_EVENTS,
                new ConferenceIdReserved("contoso.com/u-17"),
                new ConferenceIdReleased("contoso.com/u-17", NOW),
                new ConferenceIdForgotten(NOW));
        roundTrip(
                NameEvent.class,
                PinJournal.NAME_EVENTS,
                new NameEvent.NameReserved("contoso.com/u-17", 7),
                new NameEvent.NameReleased("contoso.com/u-17"));
        roundTrip(NameAnswer.class, PinJournal.NAME_ANSWERS, new NameAnswer.Done());
        roundTrip(ConferenceIdAnswer.class, PinJournal.CONFERENCE_ID_ANSWERS, new ConferenceIdAnswer.Done());
    }

    /** The groups of today are not in the journals of before, and must not come into those of tomorrow. */
    @Test
    void settingsAreStoredSideBySide() throws IOException {
        var stored =
                JSON.readTree(PinJournal.TENANT_EVENTS.write(new TenantEvent.SettingsChanged(SETTINGS, List.of())));
        assertEquals(JSON.valueToTree(TenantSettingsV1.of(SETTINGS)), stored.get("settings"));
        assertEquals(10, stored.at("/settings/maximumLogonAttempts").intValue());
        assertEquals(
                stored.get("settings"),
                JSON.readTree(PinJournal.TENANT_ANSWERS.write(new TenantAnswer.Settings(SETTINGS)))
                        .get("settings"));
    }

    /** As journals before 0.2 have them. */
    @Test
    void settingsThatWereNotThereYetAreAsByDefault() {
        byte[] old = """
                {"settings":{"pinLength":5,"phoneSafePins":false,"administratorsMayResetOwnPin":false,
                "automaticallySendEmailsToUsers":true,"sendEmailFromOverride":false,"defaultLanguage":"en",
                "allowPstnOnlyMeetingsByDefault":false},"changes":[]}""".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                new TenantEvent.SettingsChanged(TenantSettings.DEFAULT, List.of()),
                PinJournal.TENANT_EVENTS.read("SettingsChanged", old));
    }

    @Test
    @Tag("A4")
    @Tag("A6")
    void theAnswerWithAPinIsStoredWithoutItAndWithoutTheSealedOne() {
        var delivery = new Delivery(new SealedPin("eyJhbGciOi"), new MailOptions(true, "amos@example.org"), true, true);
        var answer = new PinIssued("4711007", "n-1", Optional.of(new Pin(PIN)), Optional.of(delivery), PLAN);
        byte[] bytes = PinJournal.USER_ANSWERS.write(answer);
        assertEquals(
                "{\"conferenceId\":\"4711007\",\"notificationId\":\"n-1\","
                        + "\"mail\":{\"status\":\"QUEUED\",\"to\":\"amos@example.org\"}}",
                new String(bytes, StandardCharsets.UTF_8));
        assertEquals(
                new PinIssued("4711007", "n-1", Optional.empty(), Optional.empty(), PLAN),
                PinJournal.USER_ANSWERS.read("PinIssued", bytes));
    }

    @Test
    void anUnknownTypeStopsTheReading() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PinJournal.USER_EVENTS.read("PinGuessed", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @SafeVarargs
    private static <T> void roundTrip(Class<T> sealed, JournalFormat<T> format, T... values) {
        for (T value : values) {
            assertEquals(value, format.read(format.typeOf(value), format.write(value)));
            assertEquals(value.getClass().getSimpleName(), format.typeOf(value));
        }
        Set<Class<?>> permitted = Set.of(sealed.getPermittedSubclasses());
        assertEquals(permitted, List.of(values).stream().map(Object::getClass).collect(toSet()));
    }
}
