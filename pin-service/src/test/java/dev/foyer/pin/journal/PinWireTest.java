package dev.foyer.pin.journal;

import static dev.foyer.eventsourcing.testing.WireCheck.arrives;
import static dev.foyer.eventsourcing.testing.WireCheck.fingerprintIsTheSameEverywhere;

import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.campaign.ItemResult;
import dev.foyer.pin.domain.campaign.ItemResult.Outcome;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import dev.foyer.pin.domain.campaign.Tally;
import dev.foyer.pin.domain.conferenceid.ConferenceId;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.pin.SpokenPin;
import dev.foyer.pin.domain.scan.CallSource;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scan.Misses;
import dev.foyer.pin.domain.scimtoken.ScimToken;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokens;
import dev.foyer.pin.domain.signin.Account;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.Channel;
import dev.foyer.pin.domain.signin.Failures;
import dev.foyer.pin.domain.signin.Source;
import dev.foyer.pin.domain.signin.SourceCommand;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.AwaitedLicence;
import dev.foyer.pin.domain.user.AwaitedLicence.GivenUp;
import dev.foyer.pin.domain.user.CallTries;
import dev.foyer.pin.domain.user.Conferencing;
import dev.foyer.pin.domain.user.Licence;
import dev.foyer.pin.domain.user.Lock;
import dev.foyer.pin.domain.user.Lockout;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.NameClaim;
import dev.foyer.pin.domain.user.NameUse;
import dev.foyer.pin.domain.user.NumberChoice;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ProfileChange;
import dev.foyer.pin.domain.user.Resets;
import dev.foyer.pin.domain.user.ScimDetails;
import dev.foyer.pin.domain.user.UnsettledIds;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.domain.username.ReservedName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What instances of pin-service tell each other arrives as it left. */
class PinWireTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456789Z");
    private static final MailOptions OPTIONS = new MailOptions(true, "amos@example.org");
    private static final Profile AMOS =
            new Profile("amos@contoso.com", "Amos Marble", "a@contoso.com", "en-GB", List.of("+441632960123"));
    private static final Profile OVER_SCIM = new Profile(
            "amos@contoso.com",
            "Amos Marble",
            null,
            null,
            List.of("+441632960123"),
            new ScimDetails("00u1a2b3", true, Map.of("+441632960123", "work")));
    private static final ScimToken TOKEN =
            new ScimToken("9f86d081884c7d65", "Entra ID", "ab", NOW, "admin", NOW, LocalDate.parse("2026-11-27"));
    private static final Profile BARE = new Profile("amos@contoso.com", null, null, null, null);
    private static final Conferencing FULL = new Conferencing(
            "4711007", "+390212345678", "+39800123456", true, new PinVerifier("p1", "c2FsdA", "bWFj", 2));
    private static final Conferencing SMALL =
            new Conferencing("4711007", null, null, false, new PinVerifier("p1", "c2FsdA", "bWFj", null));
    private static final TenantSettings SETTINGS = Settings.EVERYTHING;
    private static final Licence LICENCE = new Licence("/hr", "e-1", "u-3", "corr-1", 2, 4711);
    private static final AwaitedLicence AWAITED = new AwaitedLicence(LICENCE, NOW, NOW, NOW, GivenUp.OWN_PIN);
    private static final UnsettledIds IDS =
            UnsettledIds.NONE.wanted("4711008", NOW).returning("4711009", NOW, NOW.plusSeconds(60));
    private static final CampaignPlan PLAN = new CampaignPlan(CampaignAction.REISSUE_SHORT_PINS, 20, 3);
    private static final Campaign.Work WORK = new Campaign.Work(
            PLAN,
            "admin",
            "u-admin",
            "CHG-17",
            List.of("u-17", "u-18", "nobody@contoso.com"),
            1,
            new Tally(0, 0, 1, 0));
    private static final NameClaim NAME =
            new NameClaim(7, false, new NameClaim.Awaited("Amos", NOW, NOW.plusSeconds(1)));

    @Test
    void states() {
        arrives(
                User.class,
                PinWire.USERS.states(),
                new User.Unknown(tries("c"), IDS, NAME, NOW, AWAITED),
                new User.Unknown(tries(), UnsettledIds.NONE, NameClaim.NONE, null, null),
                new User.Provisioned(
                        AMOS, tries("call-9", "call-1", "call-5"), IDS, new Resets(3, NOW, 2, NOW), NAME, AWAITED),
                new User.Provisioned(
                        OVER_SCIM, tries(), UnsettledIds.NONE, new Resets(0, null, 0, null), NameClaim.NONE, null),
                new User.Provisioned(
                        BARE, tries(), UnsettledIds.NONE, new Resets(0, null, 0, null), NameClaim.NONE, null),
                new User.Enabled(
                        AMOS,
                        FULL,
                        5,
                        new Lockout(3, NOW, 30, new Lock(NOW, NOW.plusSeconds(1))),
                        tries("c"),
                        IDS,
                        new Resets(3, NOW, 2, NOW),
                        NAME),
                new User.Enabled(
                        BARE,
                        SMALL,
                        5,
                        new Lockout(0, null, 100, new Lock(NOW, null)),
                        tries(),
                        UnsettledIds.NONE,
                        new Resets(0, null, 0, null),
                        NameClaim.NONE),
                new User.Enabled(
                        BARE,
                        SMALL,
                        12,
                        new Lockout(0, null, 0, null),
                        tries(),
                        UnsettledIds.NONE,
                        new Resets(0, null, 0, null),
                        NameClaim.NONE));
        arrives(
                ConferenceId.class,
                PinWire.CONFERENCE_IDS.states(),
                new ConferenceId.Free(),
                new ConferenceId.Released(NOW),
                new ConferenceId.Reserved("contoso.com/u-17"));
        arrives(
                ReservedName.class,
                PinWire.USER_NAMES.states(),
                new ReservedName.Free(),
                new ReservedName.Held("contoso.com/u-17", 7));
        arrives(
                ScimTokens.class,
                PinWire.SCIM_TOKENS.states(),
                ScimTokens.NONE,
                new ScimTokens(Map.of(TOKEN.id(), TOKEN)),
                new ScimTokens(Map.of("1", new ScimToken("1", "Okta", "cd", NOW, "admin", null, null))));
        arrives(Tenant.class, PinWire.TENANTS.states(), new Tenant(Tenant.Presence.GONE, SETTINGS), Tenant.NEW);
        arrives(
                Account.class,
                PinWire.ACCOUNTS.states(),
                new Account(3, new Failures(51, NOW, NOW), List.of("203.0.113.7", "2001:db8::/64")),
                new Account(0, new Failures(0, null, null), List.of()));
        arrives(
                Source.class,
                PinWire.SOURCES.states(),
                new Source(new Failures(6, NOW, null), Map.of("9f86d081884c7d65", new Failures(6, NOW, NOW))));
        arrives(
                CallSource.class,
                PinWire.CALL_SOURCES.states(),
                new CallSource(
                        new Misses(11, 11, NOW, NOW), new Misses(0, 0, null, null), Map.of("u-17", NOW), true, NOW));
        arrives(
                Campaign.class,
                PinWire.CAMPAIGNS.states(),
                new Campaign.Unplanned(),
                new Campaign.Planned(WORK, NOW),
                new Campaign.Pausing(WORK, NOW),
                new Campaign.Working(WORK, NOW, true, 1, null),
                new Campaign.Working(WORK, NOW, false, 20, Reason.NO_DELIVERY_KEY),
                new Campaign.Stopped(
                        new Campaign.Work(PLAN, "admin", null, null, List.of(), 0, new Tally(0, 0, 0, 0)), NOW),
                new Campaign.Finished(PLAN, NOW));
    }

    @Test
    void commands() {
        arrives(
                UserCommand.class,
                PinWire.USERS.commands(),
                new UserCommand.ProvisionUser(AMOS),
                new UserCommand.ProvisionUser(BARE, true, NameUse.reserved(7)),
                new UserCommand.ProvisionUser(BARE, false, NameUse.awaited(0)),
                new UserCommand.SettleUserName(),
                new UserCommand.TakeUserName("amos", 7),
                new UserCommand.LoseUserName("amos"),
                new UserCommand.LeaveUserName("amos", 7),
                new UserCommand.ChangeUser(new ProfileChange(BARE, Set.of(ProfileChange.Field.PHONE_NUMBERS))),
                new UserCommand.ChangeUser(new ProfileChange(AMOS, Set.of())),
                new UserCommand.ChangeUser(new ProfileChange(OVER_SCIM, Set.of(ProfileChange.Field.SCIM))),
                new UserCommand.RemoveUser(),
                new UserCommand.ForgetUser(),
                new UserCommand.AwaitLicence(LICENCE),
                new UserCommand.SettleLicence(),
                new UserCommand.FollowLicence(NOW, "4711007"),
                new UserCommand.GiveUpLicence(NOW, GivenUp.OWN_PIN),
                new UserCommand.NoteLicenceGivenUp(NOW),
                new UserCommand.EnableConferencing("4711007", false, "+390212345678", "+39800123456", OPTIONS, true),
                new UserCommand.EnableConferencing(null, null, null, null, MailOptions.BY_TENANT, false),
                new UserCommand.WantConferenceId("4711007"),
                new UserCommand.ChangeConferenceId("4711007"),
                new UserCommand.ChangeConferenceId(null),
                new UserCommand.ChangeConferencing(
                        new NumberChoice(true, "+390212345678"), NumberChoice.UNCHANGED, true),
                new UserCommand.ChangeConferencing(NumberChoice.UNCHANGED, new NumberChoice(true, null), null),
                new UserCommand.SettleConferenceIds(),
                new UserCommand.NoteConferenceIdReturned("4711007"),
                new UserCommand.NoteConferenceIdTaken("4711007", NOW),
                new UserCommand.DisableConferencing(),
                new UserCommand.ResetPin(new MailOptions(false, null), true),
                new UserCommand.ReissueShortPin(),
                new UserCommand.PreviewCampaign(CampaignAction.ENABLE),
                new UserCommand.SendConferenceInformation("amos@example.org"),
                new UserCommand.TellOfWaiting("n-2", "471100815", NOW, 2, NOW),
                new UserCommand.VerifyPin("4711007", "call-1", new SpokenPin("eyJ.a.b.c.d"), false),
                new UserCommand.VerifyPin("4711007", "call-1", new SpokenPin("eyJ.a.b.c.d"), true),
                new UserCommand.LockPin(),
                new UserCommand.UnlockPin(),
                new UserCommand.ExpireLock());
        arrives(
                ConferenceIdCommand.class,
                PinWire.CONFERENCE_IDS.commands(),
                new ConferenceIdCommand.Reserve("contoso.com/u-17", NOW),
                new ConferenceIdCommand.Release("contoso.com/u-17"),
                new ConferenceIdCommand.ForgetConferenceId());
        arrives(
                NameCommand.class,
                PinWire.USER_NAMES.commands(),
                new NameCommand.ReserveName("contoso.com/u-17", 7),
                new NameCommand.ReleaseName("contoso.com/u-17", 7));
        arrives(
                TenantCommand.class,
                PinWire.TENANTS.commands(),
                new TenantCommand.ReplaceSettings(TenantSettings.DEFAULT, SETTINGS),
                new TenantCommand.AddTenant(),
                new TenantCommand.RemoveTenant());
        arrives(
                ScimTokenCommand.class,
                PinWire.SCIM_TOKENS.commands(),
                new ScimTokenCommand.MakeToken("9f86d081884c7d65", "Entra ID", "ab", NOW),
                new ScimTokenCommand.MakeToken("9f86d081884c7d65", "Entra ID", "ab", null),
                new ScimTokenCommand.RevokeToken("9f86d081884c7d65"),
                new ScimTokenCommand.RevokeAllTokens(),
                new ScimTokenCommand.NoteTokenUsed("9f86d081884c7d65"));
        arrives(
                AccountCommand.class,
                PinWire.ACCOUNTS.commands(),
                new AccountCommand.NoteSignIn("203.0.113.7", Channel.API),
                new AccountCommand.SignOut(3),
                new AccountCommand.NoteFailedSignIn("203.0.113.7"),
                new AccountCommand.ForgetAccount());
        arrives(
                SourceCommand.class,
                PinWire.SOURCES.commands(),
                new SourceCommand.CountFailedSignIn("9f86d081884c7d65"),
                new SourceCommand.ForgetFailedSignIns("9f86d081884c7d65"),
                new SourceCommand.ForgetSource());
        arrives(
                CallSourceCommand.class,
                PinWire.CALL_SOURCES.commands(),
                new CallSourceCommand.CountUnknownId("+390212345678", 3),
                new CallSourceCommand.CountWrongPin("+390212345678", "u-17", 2),
                new CallSourceCommand.CountWrongPin(null, "u-17", 0),
                new CallSourceCommand.ClearSource(),
                new CallSourceCommand.ForgetSource());
        arrives(
                CampaignCommand.class,
                PinWire.CAMPAIGNS.commands(),
                new CampaignCommand.ListUsers(PLAN, 2, List.of("u-17", "nobody@contoso.com")),
                new CampaignCommand.StopCampaign(),
                new CampaignCommand.ContinueCampaign(),
                new CampaignCommand.WakeCampaign(),
                new CampaignCommand.SettleBatch(
                        2,
                        List.of(
                                new ItemResult("u-17", Outcome.DONE, null, "HELD"),
                                new ItemResult("u-18", Outcome.FAILED, Reason.OWN_PIN, null)),
                        List.of(new ItemResult("u-19", Outcome.FAILED, Reason.NO_ANSWER, null))));
    }

    @Test
    void theSameStatesHaveTheSameFingerprintInEveryProcess() throws Exception {
        fingerprintIsTheSameEverywhere(User.class);
    }

    private static CallTries tries(String... callIds) {
        Map<String, Integer> wrong = new LinkedHashMap<>();
        List.of(callIds).forEach(callId -> wrong.put(callId, 1 + wrong.size()));
        return new CallTries(wrong);
    }
}
