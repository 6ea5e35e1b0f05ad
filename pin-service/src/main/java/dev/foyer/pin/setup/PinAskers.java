package dev.foyer.pin.setup;

import static dev.foyer.base.Roles.ADMIN;
import static dev.foyer.base.Roles.ANONYMOUS;
import static dev.foyer.base.Roles.AUDITOR;
import static dev.foyer.base.Roles.BRIDGE;
import static dev.foyer.base.Roles.CAMPAIGN;
import static dev.foyer.base.Roles.CLIENT_APP;
import static dev.foyer.base.Roles.DIRECTORY;
import static dev.foyer.base.Roles.HELPDESK;
import static dev.foyer.base.Roles.OPERATOR;
import static dev.foyer.base.Roles.SERVICE;

import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.SourceCommand;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.user.NameUse;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.inbound.DirectoryReactions;
import java.util.Set;

/** Who may ask what when another instance passes it on; for the roles of accounts the same as at the resources. */
final class PinAskers {

    private static final Set<String> NOBODY = Set.of();

    private PinAskers() {}

    static Set<String> of(Object command) {
        return switch (command) {
            case UserCommand asked -> ofUser(asked);
            case ConferenceIdCommand asked -> ofConferenceId(asked);
            case NameCommand _ -> Set.of(SERVICE);
            case TenantCommand asked -> ofTenant(asked);
            case AccountCommand asked -> ofAccount(asked);
            case SourceCommand asked -> ofSource(asked);
            case CallSourceCommand asked -> ofCallSource(asked);
            case CampaignCommand asked -> ofCampaign(asked);
            case ScimTokenCommand asked -> ofScimTokens(asked);
            default -> NOBODY;
        };
    }

    private static Set<String> ofUser(UserCommand command) {
        return switch (command) {
            case UserCommand.SendConferenceInformation send ->
                send.toAddress() == null ? Set.of(ADMIN, HELPDESK) : Set.of(ADMIN);
            case UserCommand.RemoveUser _ -> Set.of(ADMIN, DIRECTORY, OPERATOR);
            case UserCommand.ProvisionUser provision ->
                provision.name().kind() == NameUse.Kind.AWAITED ? Set.of(DIRECTORY) : Set.of(ADMIN, DIRECTORY);
            case UserCommand.DisableConferencing _ -> Set.of(ADMIN, DIRECTORY);
            case UserCommand.WantConferenceId _, UserCommand.NoteConferenceIdTaken _ ->
                Set.of(ADMIN, DIRECTORY, CAMPAIGN);
            case UserCommand.EnableConferencing enable ->
                DirectoryReactions.enablesSo(enable) ? Set.of(ADMIN, DIRECTORY, CAMPAIGN) : Set.of(ADMIN);
            case UserCommand.ChangeUser _, UserCommand.AwaitLicence _, UserCommand.FollowLicence _ -> Set.of(DIRECTORY);
            case UserCommand.ChangeConferencing change ->
                change.allowPstnOnlyMeetings() == null ? Set.of(ADMIN, DIRECTORY) : Set.of(ADMIN);
            case UserCommand.ChangeConferenceId _,
                    UserCommand.PreviewCampaign _,
                    UserCommand.LockPin _,
                    UserCommand.UnlockPin _ -> Set.of(ADMIN);
            // A campaign has no token any more; it chooses nothing, and sees nothing.
            case UserCommand.ResetPin reset ->
                reset.equals(UserCommand.ResetPin.BY_CAMPAIGN)
                        ? Set.of(ADMIN, HELPDESK, CAMPAIGN)
                        : Set.of(ADMIN, HELPDESK);
            case UserCommand.ReissueShortPin _ -> Set.of(CAMPAIGN);
            case UserCommand.VerifyPin _ -> Set.of(BRIDGE);
            case UserCommand.TellOfWaiting _,
                    UserCommand.NoteConferenceIdReturned _,
                    UserCommand.GiveUpLicence _,
                    UserCommand.NoteLicenceGivenUp _,
                    UserCommand.TakeUserName _,
                    UserCommand.LoseUserName _,
                    UserCommand.LeaveUserName _ -> Set.of(SERVICE);
            case UserCommand.SettleConferenceIds _,
                    UserCommand.SettleLicence _,
                    UserCommand.SettleUserName _,
                    UserCommand.ExpireLock _,
                    UserCommand.ForgetUser _ -> NOBODY; // timers
        };
    }

    private static Set<String> ofConferenceId(ConferenceIdCommand command) {
        return switch (command) {
            case ConferenceIdCommand.Reserve _ -> Set.of(ADMIN, DIRECTORY, CAMPAIGN);
            case ConferenceIdCommand.Release _ -> Set.of(SERVICE);
            case ConferenceIdCommand.ForgetConferenceId _ -> NOBODY; // a timer
        };
    }

    private static Set<String> ofTenant(TenantCommand command) {
        return switch (command) {
            case TenantCommand.ReplaceSettings _ -> Set.of(ADMIN);
            case TenantCommand.AddTenant _, TenantCommand.RemoveTenant _ -> Set.of(OPERATOR);
        };
    }

    private static Set<String> ofAccount(AccountCommand command) {
        return switch (command) {
            case AccountCommand.NoteSignIn _, AccountCommand.SignOut _ ->
                Set.of(ADMIN, HELPDESK, AUDITOR, BRIDGE, CLIENT_APP, OPERATOR, ANONYMOUS);
            case AccountCommand.NoteFailedSignIn _ -> Set.of(ANONYMOUS);
            case AccountCommand.ForgetAccount _ -> Set.of(OPERATOR);
        };
    }

    private static Set<String> ofSource(SourceCommand command) {
        return switch (command) {
            case SourceCommand.CountFailedSignIn _ -> Set.of(ANONYMOUS);
            case SourceCommand.ForgetFailedSignIns _ ->
                Set.of(ADMIN, HELPDESK, AUDITOR, BRIDGE, CLIENT_APP, OPERATOR, ANONYMOUS);
            case SourceCommand.ForgetSource _ -> NOBODY; // a timer
        };
    }

    private static Set<String> ofCampaign(CampaignCommand command) {
        return switch (command) {
            case CampaignCommand.ListUsers _, CampaignCommand.ContinueCampaign _ -> Set.of(ADMIN);
            case CampaignCommand.StopCampaign _ -> Set.of(ADMIN, OPERATOR);
            case CampaignCommand.SettleBatch _ -> Set.of(SERVICE);
            case CampaignCommand.WakeCampaign _ -> NOBODY; // a timer
        };
    }

    private static Set<String> ofScimTokens(ScimTokenCommand command) {
        return switch (command) {
            case ScimTokenCommand.MakeToken _, ScimTokenCommand.RevokeToken _ -> Set.of(ADMIN);
            case ScimTokenCommand.RevokeAllTokens _ -> Set.of(OPERATOR);
            case ScimTokenCommand.NoteTokenUsed _ -> Set.of(DIRECTORY);
        };
    }

    private static Set<String> ofCallSource(CallSourceCommand command) {
        return switch (command) {
            case CallSourceCommand.CountUnknownId _, CallSourceCommand.CountWrongPin _ -> Set.of(BRIDGE);
            case CallSourceCommand.ClearSource _ -> Set.of(ADMIN, OPERATOR);
            case CallSourceCommand.ForgetSource _ -> NOBODY; // a timer
        };
    }
}
