package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.pin.SpokenPin;
import dev.foyer.pin.domain.user.UserAnswer.PinIssued;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdWanted;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinRekeyed;
import dev.foyer.pin.domain.user.UserEvent.PinReset;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserNameLeft;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import java.time.Instant;
import java.util.List;

/** Short words for Amos's histories and for what is asked of him; everything happens at {@link #NOW} unless said. */
public final class UserFixture {

    public static final String USER_ID = "u-17";
    public static final String CONFERENCE_ID = "4711007";
    public static final String PIN = "40813";
    public static final String WRONG = "40814";
    public static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    public static final Profile AMOS = new Profile(
            "amos.marble@contoso.com", "Amos Marble", "amos.marble@contoso.com", "en-GB", List.of("+441632960123"));

    private UserFixture() {}

    public static DeciderTester<User, UserCommand, UserEvent, UserRefusal, UserAnswer, UserContext> given(
            UserEvent... history) {
        return DeciderTester.given(new UserDecider(), List.of(history));
    }

    /** The last answer of a test as the one that carries a new PIN. */
    static PinIssued issued(UserAnswer answer) {
        return (PinIssued) answer;
    }

    public static UserProvisioned provisioned() {
        return new UserProvisioned(AMOS, null, true);
    }

    /** With a name that was reserved before. */
    public static ProvisionUser provision(Profile profile) {
        return new ProvisionUser(profile, false, NameUse.reserved(0));
    }

    /** Amos's first name is not Amos's any more. */
    static UserNameLeft left() {
        return new UserNameLeft(AMOS.userPrincipalName(), 1, NOW);
    }

    public static ConferenceIdWanted wanted() {
        return wanted(CONFERENCE_ID);
    }

    public static ConferenceIdWanted wanted(String conferenceId) {
        return new ConferenceIdWanted(conferenceId, NOW.plus(Around.PATIENCE));
    }

    public static UserDisabled disabled() {
        return new UserDisabled(CONFERENCE_ID, NOW);
    }

    public static UserEnabled enabled() {
        return enabled(PIN);
    }

    public static UserEnabled enabled(String pin) {
        return enabled(FakeVault.verifierOf(pin), pin.length());
    }

    /** When another pepper key was the current one. */
    static UserEnabled enabledLongAgo(String pin) {
        return enabled(FakeVault.oldVerifierOf(pin), pin.length());
    }

    private static UserEnabled enabled(PinVerifier verifier, int length) {
        return new UserEnabled(
                CONFERENCE_ID, null, null, false, verifier, length, NOW, "admin", Around.ID.toString(), null);
    }

    /** Under the key that is current now. */
    public static PinRekeyed rekeyed(String pin) {
        return new PinRekeyed(FakeVault.verifierOf(pin));
    }

    public static PinReset reset(String pin, boolean ownPin) {
        return new PinReset(
                CONFERENCE_ID, FakeVault.verifierOf(pin), pin.length(), NOW, "admin", Around.ID.toString(), ownPin);
    }

    /** Counted, the first of many. */
    public static PinRejected rejected(String callId) {
        return new PinRejected(CONFERENCE_ID, callId, NOW, true, 1);
    }

    /** Nothing was compared. */
    static PinRejected uncounted(String callId, int failedAttempts) {
        return new PinRejected(CONFERENCE_ID, callId, NOW, false, failedAttempts);
    }

    /** For an hour from {@link #NOW}. */
    public static PinLocked locked() {
        return new PinLocked(NOW, NOW.plus(Lockout.TEMPORARY));
    }

    public static PinLocked lockedForGood() {
        return new PinLocked(NOW, null);
    }

    public static EnableConferencing enable() {
        return new EnableConferencing(CONFERENCE_ID, null, null, null, MailOptions.BY_TENANT, true);
    }

    public static ResetPin reset() {
        return new ResetPin(MailOptions.BY_TENANT, true);
    }

    /** As vaults of these tests open it. */
    public static VerifyPin verify(String callId, String digits) {
        return new VerifyPin(CONFERENCE_ID, callId, new SpokenPin(digits), false);
    }
}
