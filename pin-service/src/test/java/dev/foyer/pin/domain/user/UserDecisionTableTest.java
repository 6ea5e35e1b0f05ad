package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.WRONG;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.enabledLongAgo;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.lockedForGood;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.reset;
import static dev.foyer.pin.domain.user.UserFixture.verify;
import static dev.foyer.pin.domain.user.UserFixture.wanted;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.ForgetUser;
import dev.foyer.pin.domain.user.UserCommand.LeaveUserName;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.LoseUserName;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.SettleConferenceIds;
import dev.foyer.pin.domain.user.UserCommand.SettleUserName;
import dev.foyer.pin.domain.user.UserCommand.TakeUserName;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserNameLeft;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every command in every state: the events, {@code -} for "is so already", or {@code !} and the refusal. Enabled has
 * four columns: free, locked for an hour, locked until an administrator acts, and locked by a lock whose time is over.
 */
class UserDecisionTableTest {

    private static final UserDecider DECIDER = new UserDecider();

    private static final String TABLE = """
            command                       | Unknown             | Provisioned          | Enabled                  | Enabled, locked          | Enabled, locked for good | Enabled, expired
            ProvisionUser                 | !UserNameNotReserved | -                   | -                        | -                        | -                        | PinUnlocked
            ProvisionUser (news)          | !UserNameNotReserved | !UserNameNotReserved | !UserNameNotReserved    | !UserNameNotReserved     | !UserNameNotReserved     | !UserNameNotReserved
            ProvisionUser (reserved)      | UserProvisioned     | UserProvisioned UserNameLeft | UserProvisioned UserNameLeft | UserProvisioned UserNameLeft | UserProvisioned UserNameLeft | PinUnlocked UserProvisioned UserNameLeft
            ProvisionUser (awaited)       | UserProvisioned UserNameAwaited | UserProvisioned UserNameLeft UserNameAwaited | UserProvisioned UserNameLeft UserNameAwaited | UserProvisioned UserNameLeft UserNameAwaited | UserProvisioned UserNameLeft UserNameAwaited | PinUnlocked UserProvisioned UserNameLeft UserNameAwaited
            ProvisionUser (reserved too early) | !UserNameNotReserved | !UserNameNotReserved | !UserNameNotReserved | !UserNameNotReserved   | !UserNameNotReserved     | !UserNameNotReserved
            ChangeUser                    | !UserUnknown        | -                    | -                        | -                        | -                        | PinUnlocked
            ChangeUser (news)             | !UserUnknown        | UserProvisioned      | UserProvisioned          | UserProvisioned          | UserProvisioned          | PinUnlocked UserProvisioned
            TakeUserName                  | !UserUnknown        | !UserNameNotReserved | !UserNameNotReserved     | !UserNameNotReserved     | !UserNameNotReserved     | !UserNameNotReserved
            TakeUserName (present)        | !UserUnknown        | -                    | -                        | -                        | -                        | PinUnlocked
            LoseUserName                  | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            LeaveUserName                 | UserNameLeft        | UserNameLeft         | UserNameLeft             | UserNameLeft             | UserNameLeft             | PinUnlocked UserNameLeft
            LeaveUserName (present)       | UserNameLeft        | -                    | -                        | -                        | -                        | PinUnlocked
            LeaveUserName (an earlier one) | -                  | -                    | -                        | -                        | -                        | PinUnlocked
            SettleUserName                | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            RemoveUser                    | !UserUnknown        | UserRemoved UserNameLeft | UserDisabled UserRemoved UserNameLeft | UserDisabled UserRemoved UserNameLeft | UserDisabled UserRemoved UserNameLeft | PinUnlocked UserDisabled UserRemoved UserNameLeft
            ForgetUser                    | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            AwaitLicence                  | LicenceAwaitsUser   | !LicenceCannotWait   | -                        | -                        | -                        | PinUnlocked
            FollowLicence                 | !UserUnknown        | !LicenceNotAwaited   | -                        | -                        | -                        | PinUnlocked
            SettleLicence                 | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            GiveUpLicence                 | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            NoteLicenceGivenUp            | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            WantConferenceId              | !UserUnknown        | ConferenceIdWanted   | ConferenceIdWanted       | ConferenceIdWanted       | ConferenceIdWanted       | PinUnlocked ConferenceIdWanted
            WantConferenceId (present)    | !UserUnknown        | !ConferenceIdUnsettled | -                      | -                        | -                        | PinUnlocked
            WantConferenceId (wanted)     | !UserUnknown        | !ConferenceIdUnsettled | !ConferenceIdUnsettled | !ConferenceIdUnsettled   | !ConferenceIdUnsettled   | !ConferenceIdUnsettled
            WantConferenceId (returning)  | !UserUnknown        | !ConferenceIdUnsettled | !ConferenceIdUnsettled | !ConferenceIdUnsettled   | !ConferenceIdUnsettled   | !ConferenceIdUnsettled
            EnableConferencing            | !UserUnknown        | UserEnabled          | -                        | -                        | -                        | PinUnlocked
            EnableConferencing (unwanted) | !UserUnknown        | !ConferenceIdNotReserved | -                    | -                        | -                        | PinUnlocked
            DisableConferencing           | !UserUnknown        | -                    | UserDisabled             | UserDisabled             | UserDisabled             | PinUnlocked UserDisabled
            ChangeConferenceId            | !UserUnknown        | !UserNotEnabled      | ConferenceIdChanged      | ConferenceIdChanged      | ConferenceIdChanged      | PinUnlocked ConferenceIdChanged
            ChangeConferenceId (same)     | !UserUnknown        | !UserNotEnabled      | -                        | -                        | -                        | PinUnlocked
            ChangeConferenceId (unwanted) | !UserUnknown        | !UserNotEnabled      | !ConferenceIdNotReserved | !ConferenceIdNotReserved | !ConferenceIdNotReserved | !ConferenceIdNotReserved
            ChangeConferencing            | !UserUnknown        | !UserNotEnabled      | PstnOnlyMeetingsChanged  | PstnOnlyMeetingsChanged  | PstnOnlyMeetingsChanged  | PinUnlocked PstnOnlyMeetingsChanged
            SettleConferenceIds           | ConferenceIdGivenUp | ConferenceIdGivenUp  | ConferenceIdGivenUp      | ConferenceIdGivenUp      | ConferenceIdGivenUp      | PinUnlocked ConferenceIdGivenUp
            NoteConferenceIdReturned      | ConferenceIdReturned | ConferenceIdReturned | ConferenceIdReturned    | ConferenceIdReturned     | ConferenceIdReturned     | PinUnlocked ConferenceIdReturned
            NoteConferenceIdTaken         | ConferenceIdReturned | ConferenceIdReturned | ConferenceIdReturned    | ConferenceIdReturned     | ConferenceIdReturned     | PinUnlocked ConferenceIdReturned
            NoteConferenceIdTaken (an older want) | -           | -                    | -                        | -                        | -                        | PinUnlocked
            NoteConferenceIdReturned (of another) | -           | -                    | -                        | -                        | -                        | PinUnlocked
            ResetPin                      | !UserUnknown        | !UserNotEnabled      | PinReset                 | PinUnlocked PinReset     | PinUnlocked PinReset     | PinUnlocked PinReset
            ReissueShortPin               | !UserUnknown        | !UserNotEnabled      | !PinLongEnough           | !PinLongEnough           | !PinLongEnough           | !PinLongEnough
            PreviewCampaign               | !UserUnknown        | !UserNotEnabled      | -                        | -                        | -                        | PinUnlocked
            PreviewCampaign (enabling)    | !UserUnknown        | -                    | -                        | -                        | -                        | PinUnlocked
            SendConferenceInformation     | !UserUnknown        | !UserNotEnabled      | ConferenceInformationAsked | ConferenceInformationAsked | ConferenceInformationAsked | PinUnlocked ConferenceInformationAsked
            TellOfWaiting                 | -                   | -                    | WaitingTold              | WaitingTold              | WaitingTold              | PinUnlocked WaitingTold
            TellOfWaiting (long ago)      | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            VerifyPin (right)             | PinRejected         | PinRejected          | OrganizerVerified        | PinRejected              | PinRejected              | PinUnlocked OrganizerVerified
            VerifyPin (wrong)             | PinRejected         | PinRejected          | PinRejected              | PinRejected              | PinRejected              | PinUnlocked PinRejected
            VerifyPin (old key)           | PinRejected         | PinRejected          | OrganizerVerified PinRekeyed | PinRejected          | PinRejected              | PinUnlocked OrganizerVerified PinRekeyed
            LockPin                       | !UserUnknown        | !UserNotEnabled      | PinLocked                | PinLocked                | -                        | PinUnlocked PinLocked
            UnlockPin                     | !UserUnknown        | !UserNotEnabled      | -                        | PinUnlocked              | PinUnlocked              | PinUnlocked
            ExpireLock                    | -                   | -                    | -                        | -                        | -                        | PinUnlocked
            """;

    private static final String OTHER = "7654321";
    private static final String OLD = "1234567";

    private static final Profile NEWS = new Profile("amos@contoso.com", "Amos", null, null, null);

    /** Everybody once had {@link #OLD}, which is still on its way back, and may have another ID soon. */
    private static final List<UserEvent> HISTORY = List.of(
            provisioned(),
            new UserNameLeft("another@contoso.com", 3, NOW),
            enabled(),
            new ConferenceIdChanged(CONFERENCE_ID, OLD, NOW),
            new UserDisabled(OLD, NOW),
            wanted(OTHER),
            wanted());

    private static final Map<String, List<UserEvent>> STATES = Map.of(
            "Unknown", after(new UserRemoved(NOW)),
            "Provisioned", after(),
            "Enabled", after(enabled()),
            "Enabled, locked", after(enabled(), locked()),
            "Enabled, locked for good", after(enabled(), lockedForGood()),
            "Enabled, expired", after(enabled(), new PinLocked(NOW.minus(Lockout.TEMPORARY), NOW)));

    private static final Map<String, UserCommand> COMMANDS = Map.ofEntries(
            entry("ProvisionUser", new ProvisionUser(AMOS)),
            entry("ProvisionUser (news)", new ProvisionUser(NEWS)),
            entry("ProvisionUser (reserved)", new ProvisionUser(NEWS, false, NameUse.reserved(3))),
            entry("ProvisionUser (awaited)", new ProvisionUser(NEWS, false, NameUse.awaited(3))),
            entry("ProvisionUser (reserved too early)", new ProvisionUser(NEWS, false, NameUse.reserved(2))),
            entry("TakeUserName", new TakeUserName(NEWS.userPrincipalName(), 3)),
            entry("TakeUserName (present)", new TakeUserName(AMOS.userPrincipalName(), 3)),
            entry("LoseUserName", new LoseUserName(AMOS.userPrincipalName())),
            entry("LeaveUserName", new LeaveUserName(NEWS.userPrincipalName(), 3)),
            entry("LeaveUserName (present)", new LeaveUserName(AMOS.userPrincipalName(), 3)),
            entry("LeaveUserName (an earlier one)", new LeaveUserName(NEWS.userPrincipalName(), 2)),
            entry("SettleUserName", new SettleUserName()),
            entry("ChangeUser", new ChangeUser(new ProfileChange(AMOS, Set.of(ProfileChange.Field.values())))),
            entry(
                    "ChangeUser (news)",
                    new ChangeUser(new ProfileChange(
                            new Profile(null, "Amos", null, null, null), Set.of(ProfileChange.Field.DISPLAY_NAME)))),
            entry("RemoveUser", new RemoveUser()),
            entry("ForgetUser", new ForgetUser()),
            entry("AwaitLicence", new UserCommand.AwaitLicence(new Licence("/hr", "e-1", null, "c-1", 0, 0))),
            entry("FollowLicence", new UserCommand.FollowLicence(NOW, null)),
            entry("SettleLicence", new UserCommand.SettleLicence()),
            entry("GiveUpLicence", new UserCommand.GiveUpLicence(NOW, AwaitedLicence.GivenUp.OWN_PIN)),
            entry("NoteLicenceGivenUp", new UserCommand.NoteLicenceGivenUp(NOW)),
            entry("EnableConferencing", enable()),
            entry("EnableConferencing (unwanted)", enable().with("2222222")),
            entry("WantConferenceId", new WantConferenceId("2222222")),
            entry("WantConferenceId (present)", new WantConferenceId(CONFERENCE_ID)),
            entry("WantConferenceId (wanted)", new WantConferenceId(OTHER)),
            entry("NoteConferenceIdTaken", new NoteConferenceIdTaken(OTHER, NOW.plus(Around.PATIENCE))),
            entry("NoteConferenceIdTaken (an older want)", new NoteConferenceIdTaken(OTHER, NOW)),
            entry("WantConferenceId (returning)", new WantConferenceId(OLD)),
            entry("ChangeConferenceId", new ChangeConferenceId(OTHER)),
            entry("ChangeConferenceId (same)", new ChangeConferenceId(CONFERENCE_ID)),
            entry("ChangeConferenceId (unwanted)", new ChangeConferenceId("2222222")),
            entry("ChangeConferencing", new ChangeConferencing(NumberChoice.UNCHANGED, NumberChoice.UNCHANGED, true)),
            entry("SettleConferenceIds", new SettleConferenceIds()),
            entry("NoteConferenceIdReturned", new NoteConferenceIdReturned(OLD)),
            entry("NoteConferenceIdReturned (of another)", new NoteConferenceIdReturned(OTHER)),
            entry("DisableConferencing", new DisableConferencing()),
            entry("ResetPin", reset()),
            entry("ReissueShortPin", new UserCommand.ReissueShortPin()),
            entry("PreviewCampaign", new UserCommand.PreviewCampaign(CampaignAction.RESET_PIN)),
            entry("PreviewCampaign (enabling)", new UserCommand.PreviewCampaign(CampaignAction.ENABLE)),
            entry("SendConferenceInformation", new UserCommand.SendConferenceInformation(null)),
            entry("TellOfWaiting", tell(NOW)),
            entry("TellOfWaiting (long ago)", tell(NOW.minus(Duration.ofDays(1)))),
            entry("VerifyPin (right)", verify("call-1", PIN)),
            entry("VerifyPin (wrong)", verify("call-1", WRONG)),
            entry("VerifyPin (old key)", verify("call-1", PIN)),
            entry("LockPin", new LockPin()),
            entry("UnlockPin", new UnlockPin()),
            entry("ExpireLock", new ExpireLock()));

    private static UserCommand tell(Instant alertedAt) {
        return new UserCommand.TellOfWaiting("n-1", "471100815", alertedAt.minusSeconds(300), 2, alertedAt);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = TABLE)
    void everyCommandInEveryState(
            String command,
            String unknown,
            String provisioned,
            String enabled,
            String locked,
            String lockedForGood,
            String expired) {
        assertEquals(unknown, outcome("Unknown", command));
        assertEquals(provisioned, outcome("Provisioned", command));
        assertEquals(enabled, outcome("Enabled", command));
        assertEquals(locked, outcome("Enabled, locked", command));
        assertEquals(lockedForGood, outcome("Enabled, locked for good", command));
        assertEquals(expired, outcome("Enabled, expired", command));
    }

    @Test
    void theTableHasEveryStateAndEveryCommand() {
        STATES.forEach((name, history) -> assertEquals(kind(name), name(fold(history))));
        assertEquals(names(User.class), kinds(STATES.keySet()));
        COMMANDS.forEach((name, command) -> assertEquals(kind(name), name(command)));
        assertEquals(names(UserCommand.class), kinds(COMMANDS.keySet()));
        assertEquals(COMMANDS.keySet(), rows());
    }

    private static Set<String> rows() {
        return TABLE.lines().skip(1).map(row -> row.split("\\|")[0].strip()).collect(toSet());
    }

    private static List<UserEvent> after(UserEvent... more) {
        return Stream.concat(HISTORY.stream(), Stream.of(more)).toList();
    }

    private static String outcome(String state, String command) {
        var context = Around.US.drawing("29157").context();
        List<UserEvent> history = command.endsWith("(old key)") ? underAnOldKey(STATES.get(state)) : STATES.get(state);
        return switch (DECIDER.decide(fold(history), COMMANDS.get(command), context)) {
            case Decision.Refused<UserEvent, UserRefusal, UserAnswer>(UserRefusal reason) -> "!" + name(reason);
            case Decision.Accepted<UserEvent, UserRefusal, UserAnswer>(var events, var answer) ->
                events.isEmpty()
                        ? "-"
                        : events.stream().map(UserDecisionTableTest::name).collect(joining(" "));
        };
    }

    private static List<UserEvent> underAnOldKey(List<UserEvent> history) {
        return history.stream()
                .map(event -> event instanceof UserEvent.UserEnabled ? enabledLongAgo(PIN) : event)
                .toList();
    }

    private static User fold(List<UserEvent> history) {
        User state = DECIDER.initial();
        for (UserEvent event : history) {
            state = DECIDER.evolve(state, event);
        }
        return state;
    }

    private static Set<String> kinds(Set<String> labels) {
        return labels.stream().map(UserDecisionTableTest::kind).collect(toSet());
    }

    /** A label without what distinguishes two of a kind. */
    private static String kind(String label) {
        return label.split("[ ,]")[0];
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }

    private static Set<String> names(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(toSet());
    }
}
