package dev.foyer.pin.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.testing.AskersTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may ask what by way of another instance, command by command. */
@Tag("case-S3")
class PinAskersTest {

    private static final EnableConferencing BY_LICENCE =
            new EnableConferencing("1234567", null, null, null, MailOptions.BY_TENANT, false);

    private static final CampaignCommand.ListUsers LIST =
            new CampaignCommand.ListUsers(new CampaignPlan(CampaignAction.ENABLE, 1, 1), 0, List.of("u-1"));

    private static final CampaignCommand.SettleBatch SETTLE = new CampaignCommand.SettleBatch(0, List.of(), List.of());

    @Test
    void eachCommandHasItsAskers() {
        List<Class<?>> types = new ArrayList<>();
        PinAggregates.of(null, null, null, CommitListener.none(), new UserLimits(Duration.ZERO, 1, Room.ENDLESS))
                .all()
                .forEach(kind -> types.add(kind.wire().commands().type()));
        assertEquals("""
                AddTenant: operator
                AwaitLicence: directory
                ChangeConferenceId: conferencing-admin
                ChangeConferencing: conferencing-admin, directory
                ChangeUser: directory
                ClearSource: conferencing-admin, operator
                ContinueCampaign: conferencing-admin
                CountFailedSignIn: anonymous
                CountUnknownId: bridge
                CountWrongPin: bridge
                DisableConferencing: conferencing-admin, directory
                EnableConferencing: campaign, conferencing-admin, directory
                ExpireLock:
                FollowLicence: directory
                ForgetAccount: operator
                ForgetConferenceId:
                ForgetFailedSignIns: anonymous, auditor, bridge, client-app, conferencing-admin, helpdesk, operator
                ForgetSource:
                ForgetSource:
                ForgetUser:
                GiveUpLicence: service
                LeaveUserName: service
                ListUsers: conferencing-admin
                LockPin: conferencing-admin
                LoseUserName: service
                MakeToken: conferencing-admin
                NoteConferenceIdReturned: service
                NoteConferenceIdTaken: campaign, conferencing-admin, directory
                NoteFailedSignIn: anonymous
                NoteLicenceGivenUp: service
                NoteSignIn: anonymous, auditor, bridge, client-app, conferencing-admin, helpdesk, operator
                NoteTokenUsed: directory
                PreviewCampaign: conferencing-admin
                ProvisionUser: conferencing-admin, directory
                ReissueShortPin: campaign
                Release: service
                ReleaseName: service
                RemoveTenant: operator
                RemoveUser: conferencing-admin, directory, operator
                ReplaceSettings: conferencing-admin
                Reserve: campaign, conferencing-admin, directory
                ReserveName: service
                ResetPin: conferencing-admin, helpdesk
                RevokeAllTokens: operator
                RevokeToken: conferencing-admin
                SendConferenceInformation: conferencing-admin, helpdesk
                SettleBatch: service
                SettleConferenceIds:
                SettleLicence:
                SettleUserName:
                SignOut: anonymous, auditor, bridge, client-app, conferencing-admin, helpdesk, operator
                StopCampaign: conferencing-admin, operator
                TakeUserName: service
                TellOfWaiting: service
                UnlockPin: conferencing-admin
                VerifyPin: bridge
                WakeCampaign:
                WantConferenceId: campaign, conferencing-admin, directory
                """, AskersTable.of(types, PinAskers::of, BY_LICENCE, LIST, SETTLE));
    }

    /** A licence enables as the tenant's settings say, and shows nobody anything. */
    @Test
    void aLicenceChoosesNothing() {
        var toMe = new MailOptions(true, "me@example.com");
        for (EnableConferencing wish : List.of(
                new EnableConferencing(null, null, null, null, MailOptions.BY_TENANT, true),
                new EnableConferencing(null, null, null, null, toMe, false),
                new EnableConferencing(null, true, null, null, MailOptions.BY_TENANT, false),
                new EnableConferencing(null, null, "+390212345678", null, MailOptions.BY_TENANT, false))) {
            assertEquals(Set.of(Roles.ADMIN), PinAskers.of(wish), wish::toString);
        }
    }

    /** A campaign resets as the tenant's settings say, and sees nothing: that much the word of another instance is enough for. */
    @Test
    void aCampaignChoosesNothing() {
        assertTrue(PinAskers.of(ResetPin.BY_CAMPAIGN).contains(Roles.CAMPAIGN));
        var toMe = new MailOptions(true, "me@example.com");
        for (ResetPin wish : List.of(
                new ResetPin(MailOptions.BY_TENANT, true),
                new ResetPin(toMe, false),
                new ResetPin(new MailOptions(false, null), false))) {
            assertEquals(Set.of(Roles.ADMIN, Roles.HELPDESK), PinAskers.of(wish), wish::toString);
        }
    }
}
