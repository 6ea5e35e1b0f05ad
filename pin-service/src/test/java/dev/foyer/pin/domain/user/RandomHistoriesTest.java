package dev.foyer.pin.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.crypto.Peppers;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserAnswer.PinIssued;
import dev.foyer.pin.domain.user.UserAnswer.Verified;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.journal.PinJournal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of one user, with real keys. A second, much simpler memory of locks and tries ({@link Witness}) watches
 * from outside. The seed is in the test's name and the failure.
 */
class RandomHistoriesTest {

    private static final int RUNS = 100;
    private static final int STEPS = 300;
    /** Long PINs, so that their digits are in no time and no hash by chance; few attempts, so that many locks happen. */
    private static final TenantSettings SETTINGS = Settings.with("pinLength", 12, "maximumLogonAttempts", 4);

    private final List<JsonWebKey> peppers = new ArrayList<>(List.of(PinKeysResource.pepper("p0")));
    private Peppers inForce = PinKeysResource.peppers(peppers.getFirst());
    private final PinVault vault = PinKeysResource.vault(() -> inForce);
    private final UserDecider decider = new UserDecider();
    private final UserTimers timer = new UserTimers();
    private final JournalFormat<UserEvent> journal = PinJournal.USER_EVENTS;
    private final Witness witness = new Witness();
    private final List<String> log = new ArrayList<>();
    private final StringBuilder stored = new StringBuilder();
    private User live = decider.initial();
    private User replayed = decider.initial();
    private Instant now = UserFixture.NOW;

    /** {@code -Dfoyer.seed=...} repeats one run. */
    static LongStream seeds() {
        Long given = Long.getLong("foyer.seed");
        return given == null ? new Random().longs(RUNS) : LongStream.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Tag("A6")
    @Tag("B2")
    @Tag("B3")
    @Tag("B4")
    void aLockedUserIsNeverLetThroughAndTheJournalFoldsToTheLiveState(long seed) {
        log.add("seed " + seed);
        RandomCommands commands = new RandomCommands(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(commands.pause());
            if (timer.due(live).filter(due -> !due.isAfter(now)).isPresent() && commands.timerIsQuick()) {
                UserCommand woken = timer.command(live);
                decide(woken, Around.SERVICE);
                assertTrue(
                        !timer.due(live).filter(due -> !due.isAfter(now)).isPresent()
                                || !timer.command(live).equals(woken),
                        () -> story("woken for nothing"));
            }
            if (commands.pepperIsRotated()) {
                rotatePepper();
            }
            decide(commands.next(witness.pin(), live), commands.actor());
            assertFalse(
                    live instanceof User.Enabled it
                            && it.ids().byId().containsKey(it.conferencing().conferenceId()),
                    () -> story("an ID in use is about to be given up"));
            assertEquals(live, replayed, () -> story("the folded journal is another state"));
        }
        for (String pin : witness.allPins()) {
            assertFalse(stored.indexOf(pin) >= 0, () -> story("a PIN lies in the journal"));
            assertFalse(log.toString().contains(pin), "a PIN is printed");
        }
    }

    private void rotatePepper() {
        log.add(now + " pepper " + peppers.size());
        peppers.addFirst(PinKeysResource.pepper("p" + peppers.size()));
        inForce = PinKeysResource.peppers(peppers.toArray(JsonWebKey[]::new));
    }

    private void decide(UserCommand command, Actor actor) {
        log.add(now + " C " + command);
        var context = Around.US.at(now).where(SETTINGS).with(vault).by(actor).context();
        switch (decider.decide(live, command, context)) {
            case Decision.Refused<UserEvent, UserRefusal, UserAnswer>(UserRefusal reason) ->
                log.add(now + " R " + reason);
            case Decision.Accepted<UserEvent, UserRefusal, UserAnswer>(var events, var answer) ->
                accepted(command, events, answer);
        }
    }

    private void accepted(UserCommand command, List<UserEvent> events, UserAnswer answer) {
        if (command instanceof VerifyPin verify && answer instanceof Verified verified) {
            assertEquals(
                    witness.mustLetIn(verify, now),
                    verified.organizer(),
                    () -> story("let in or kept out against the rules"));
            assertEquals(verified.organizer(), hasVerification(events), () -> story("answer and events differ"));
        }
        if (answer instanceof PinIssued issued) {
            // Helpdesks do not see it, so the witness looks where only notification-service may.
            witness.newPin(PinKeysResource.open(issued.delivery().orElseThrow().sealed()));
        }
        events.forEach(this::happened);
        if (hasVerification(events)) {
            PinVerifier verifier = ((Enabled) live).conferencing().verifier();
            assertTrue(vault.isCurrent(verifier), () -> story("verified and not rekeyed"));
        }
        assertTrue(witness.consecutiveFailures() <= Lockout.CONSECUTIVE_LIMIT, () -> story("too many guesses"));
    }

    private void happened(UserEvent event) {
        log.add(now + " E " + event);
        byte[] bytes = journal.write(event);
        stored.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
        live = decider.evolve(live, event);
        replayed = decider.evolve(replayed, journal.read(journal.typeOf(event), bytes));
        witness.saw(event);
    }

    private static boolean hasVerification(List<UserEvent> events) {
        return events.stream().anyMatch(UserEvent.OrganizerVerified.class::isInstance);
    }

    private String story(String what) {
        return what + "\n" + String.join("\n", log);
    }
}
