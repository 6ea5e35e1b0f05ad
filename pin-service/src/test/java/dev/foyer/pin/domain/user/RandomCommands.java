package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.reset;
import static dev.foyer.pin.domain.user.UserFixture.verify;

import dev.foyer.base.Actor;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.user.AwaitedLicence.GivenUp;
import dev.foyer.pin.domain.user.ProfileChange.Field;
import dev.foyer.pin.domain.user.UserCommand.AwaitLicence;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.FollowLicence;
import dev.foyer.pin.domain.user.UserCommand.GiveUpLicence;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.NoteLicenceGivenUp;
import dev.foyer.pin.domain.user.UserCommand.PreviewCampaign;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.ReissueShortPin;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/** What may be asked of a user, in an order that nobody planned: mostly wrong PINs. */
final class RandomCommands {

    private static final String OTHER = "7654321";
    private static final String GUESS = "000000000001";

    private final Random random;

    RandomCommands(Random random) {
        this.random = random;
    }

    /** Seconds as a rule, hours now and then, so that windows close and locks expire, and rarely until who is gone is forgotten. */
    Duration pause() {
        if (random.nextInt(50) == 0) {
            return User.KEPT;
        }
        return random.nextInt(12) == 0
                ? Duration.ofMinutes(random.nextInt(120))
                : Duration.ofSeconds(random.nextInt(40));
    }

    /** Whether the timer is quick enough to be there before the next command. */
    boolean timerIsQuick() {
        return random.nextBoolean();
    }

    boolean pepperIsRotated() {
        return random.nextInt(60) == 0;
    }

    Actor actor() {
        return random.nextBoolean() ? Around.ADMIN : Around.HELPDESK;
    }

    /**
     * @param pin the right one, or {@code null} when there is none
     * @param user for whom a licence may wait
     */
    UserCommand next(String pin, User user) {
        Instant since = user.licence().map(AwaitedLicence::since).orElse(UserFixture.NOW);
        return switch (random.nextInt(55)) {
            case 0, 1 -> new ProvisionUser(AMOS, false, name(user.name().epoch()));
            case 2 ->
                new ProvisionUser(
                        new Profile("amos@contoso.com", "Amos " + random.nextInt(3), null, null, null),
                        random.nextBoolean(),
                        name(user.name().epoch()));
            case 3 -> new RemoveUser();
            case 4, 5, 6, 7 -> random.nextBoolean() ? enable() : enable().with(OTHER);
            case 8 -> new DisableConferencing();
            case 9, 10 -> reset();
            case 11 -> new LockPin();
            case 12 -> new UnlockPin();
            case 13 -> new ExpireLock(); // a timer of long ago
            case 40, 41, 42 -> new WantConferenceId(random.nextBoolean() ? UserFixture.CONFERENCE_ID : OTHER);
            case 43 -> new ChangeConferenceId(random.nextBoolean() ? UserFixture.CONFERENCE_ID : OTHER);
            case 44 -> new ChangeConferencing(NumberChoice.UNCHANGED, NumberChoice.UNCHANGED, random.nextBoolean());
            case 46 -> new NoteConferenceIdTaken(OTHER, UserFixture.NOW);
            case 45 -> new NoteConferenceIdReturned(random.nextBoolean() ? UserFixture.CONFERENCE_ID : OTHER);
            case 14 ->
                new ChangeUser(new ProfileChange(
                        new Profile(null, "Amos " + random.nextInt(3), null, null, null),
                        random.nextBoolean() ? Set.of(Field.DISPLAY_NAME) : Set.of(Field.PREFERRED_LANGUAGE)));
            case 47, 48 -> new AwaitLicence(new Licence("/hr", "e-" + random.nextInt(3), null, "c-1", 0, 0));
            case 49, 50 -> new FollowLicence(since, random.nextBoolean() ? UserFixture.CONFERENCE_ID : OTHER);
            case 51 -> new GiveUpLicence(since, GivenUp.OWN_PIN);
            case 52 -> new NoteLicenceGivenUp(since);
            case 53 -> new ReissueShortPin();
            case 54 -> new PreviewCampaign(CampaignAction.values()[random.nextInt(3)]);
            case 15, 16, 17, 18, 19, 20 -> verify(call(), pin == null ? GUESS : pin);
            default -> verify(call(), GUESS);
        };
    }

    private String call() {
        return "call-" + random.nextInt(12);
    }

    private NameUse name(long epoch) {
        return switch (random.nextInt(4)) {
            case 0 -> NameUse.AS_IT_IS;
            case 1 -> NameUse.awaited(epoch);
            default -> NameUse.reserved(epoch);
        };
    }
}
