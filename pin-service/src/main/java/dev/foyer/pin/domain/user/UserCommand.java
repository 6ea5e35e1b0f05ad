package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.pin.SpokenPin;
import java.time.Instant;

/** What can be asked of a user. */
public sealed interface UserCommand {

    /** What may give its user another name, which is to be reserved before (rule G5). */
    interface NamingCommand {
        UserCommand with(NameUse use);
    }

    /**
     * Brings the directory's present word.
     *
     * @param nameCleaned whether what nobody would see was left out of the display name (rule G5)
     */
    record ProvisionUser(Profile profile, boolean nameCleaned, NameUse name) implements UserCommand, NamingCommand {

        public ProvisionUser {
            name = name == null ? NameUse.AS_IT_IS : name; // from an instance that knows of no register
        }

        public ProvisionUser(Profile profile) {
            this(profile, false);
        }

        public ProvisionUser(Profile profile, boolean nameCleaned) {
            this(profile, nameCleaned, NameUse.AS_IT_IS);
        }

        @Override
        public ProvisionUser with(NameUse use) {
            return new ProvisionUser(profile, nameCleaned, use);
        }
    }

    /**
     * Brings the directory's word about some fields; the others stay.
     *
     * @param nameCleaned as of {@link ProvisionUser}
     */
    record ChangeUser(ProfileChange change, boolean nameCleaned, NameUse name) implements UserCommand, NamingCommand {

        public ChangeUser {
            name = name == null ? NameUse.AS_IT_IS : name;
        }

        public ChangeUser(ProfileChange change) {
            this(change, false);
        }

        public ChangeUser(ProfileChange change, boolean nameCleaned) {
            this(change, nameCleaned, NameUse.AS_IT_IS);
        }

        @Override
        public ChangeUser with(NameUse use) {
            return new ChangeUser(change, nameCleaned, use);
        }
    }

    record RemoveUser() implements UserCommand {}

    /** Nobody need know of this user any more, if it is gone for long enough; what the timer asks. */
    record ForgetUser() implements UserCommand {}

    /** Notes that a conference ID is going to be reserved for this user; nothing may be reserved before that. */
    record WantConferenceId(String conferenceId) implements UserCommand {}

    /**
     * @param conferenceId wanted and reserved for this user before; {@code null} when none is, which only an enabled user needs not
     * @param allowPstnOnlyMeetings {@code null}: the tenant's default, copied once
     * @param serviceNumber {@code null}: the tenant's default
     * @param reveal whether the administrator wants to see the PIN
     */
    record EnableConferencing(
            String conferenceId,
            Boolean allowPstnOnlyMeetings,
            String serviceNumber,
            String tollFreeServiceNumber,
            MailOptions mail,
            boolean reveal)
            implements UserCommand {

        /** What a licence asks: as the tenant's settings say, and nobody is shown anything. */
        public static final EnableConferencing BY_LICENCE =
                new EnableConferencing(null, null, null, null, MailOptions.BY_TENANT, false);

        public EnableConferencing with(String reserved) {
            return new EnableConferencing(
                    reserved, allowPstnOnlyMeetings, serviceNumber, tollFreeServiceNumber, mail, reveal);
        }
    }

    /** A licence that cannot be followed yet waits for what it needs (rule G6). */
    record AwaitLicence(Licence licence) implements UserCommand {}

    /** Tries again to follow an awaited licence, or gives it up; what the timer asks. */
    record SettleLicence() implements UserCommand {}

    /**
     * Enables as the licence wants that has waited since then, unless it was taken away meanwhile.
     *
     * @param conferenceId as of {@link EnableConferencing}
     */
    record FollowLicence(Instant since, String conferenceId) implements UserCommand {}

    /** The licence that has waited since then cannot be followed, however often it is tried. */
    record GiveUpLicence(Instant since, AwaitedLicence.GivenUp why) implements UserCommand {}

    /** The dead letters say that the licence that has waited since then is given up. */
    record NoteLicenceGivenUp(Instant since) implements UserCommand {}

    record DisableConferencing() implements UserCommand {}

    /** Exchanges the personal conference ID for another one, wanted and reserved for this user before (rule C3). */
    record ChangeConferenceId(String conferenceId) implements UserCommand {}

    /** @param allowPstnOnlyMeetings {@code null}: as it is */
    record ChangeConferencing(
            NumberChoice serviceNumber, NumberChoice tollFreeServiceNumber, Boolean allowPstnOnlyMeetings)
            implements UserCommand {}

    /** Gives up wanted conference IDs that nobody came back for, and asks again for returns; what the timer asks. */
    record SettleConferenceIds() implements UserCommand {}

    /** The register has this ID for somebody else: wanting it until then is settled. */
    record NoteConferenceIdTaken(String conferenceId, Instant until) implements UserCommand {}

    /** The register does not have this ID for this user any more. */
    record NoteConferenceIdReturned(String conferenceId) implements UserCommand {}

    /** Asks the register for the name that the user waits for, or has from before it; what the timer asks. */
    record SettleUserName() implements UserCommand {}

    /**
     * The register has the awaited name for this user: it is used from now on.
     *
     * @param name folded
     */
    record TakeUserName(String name, long epoch) implements UserCommand {}

    /**
     * The register has the name for somebody else who uses it: this user, who came before the register, is not called so any more.
     *
     * @param name folded
     */
    record LoseUserName(String name) implements UserCommand {}

    /**
     * Whether this user uses the name; if not, nothing that was reserved up to this epoch is used later.
     *
     * @param name folded
     */
    record LeaveUserName(String name, long epoch) implements UserCommand {}

    record ResetPin(MailOptions mail, boolean reveal) implements UserCommand {

        /** What a campaign asks: as the tenant's settings say, and nobody is shown anything. */
        public static final ResetPin BY_CAMPAIGN = new ResetPin(MailOptions.BY_TENANT, false);
    }

    /** Makes a new PIN if the present one is shorter than the tenant's setting says by now; shows it to nobody (rule A1). */
    record ReissueShortPin() implements UserCommand {}

    /** What a campaign would do to this user; changes nothing. */
    record PreviewCampaign(CampaignAction action) implements UserCommand {}

    /**
     * Mails the user how to be reached by telephone (M5).
     *
     * @param toAddress instead of the user's own, or {@code null}
     */
    record SendConferenceInformation(String toAddress) implements UserCommand {}

    /**
     * meeting-service says that somebody has been waiting for this organizer (E7): mail A1, which says when and how to start.
     *
     * @param notificationId of the mail, the same whenever it is said of the same wait
     * @param conferenceId where they wait; of a scheduled meeting it is not the user's own
     * @param alertedAt when it was said
     */
    record TellOfWaiting(
            String notificationId, String conferenceId, Instant waitingSince, int waiting, Instant alertedAt)
            implements UserCommand {}

    /**
     * The digits are in the clear nowhere but in the decision, also where the command is forwarded.
     *
     * @param sourceRefused whatever was said is wrong, because too many organizers were guessed at from there (rule G2)
     */
    record VerifyPin(String conferenceId, String callId, SpokenPin spoken, boolean sourceRefused)
            implements UserCommand {}

    /** An administrator locks by hand. */
    record LockPin() implements UserCommand {}

    record UnlockPin() implements UserCommand {}

    /** Notes the end of a temporary lock, if its time has come; what the timer asks. */
    record ExpireLock() implements UserCommand {}
}
