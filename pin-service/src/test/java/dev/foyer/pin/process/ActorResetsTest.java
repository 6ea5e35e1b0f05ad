package dev.foyer.pin.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserRefusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F")
class ActorResetsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");
    private static final int PER_HOUR = 60;
    private static final CommandMeta ADMIN = by("admin");

    private Instant now = NOW;
    private Reply<UserRefusal, UserAnswer> reply = new Reply.Done<>(new UserAnswer.Done(), List.of(), false);
    private final Counter refused = new SimpleMeterRegistry().counter("refused");
    private final ActorResets resets = new ActorResets(
            (user, command, meta) -> CompletableFuture.completedFuture(reply), PER_HOUR, () -> now, refused);

    @Test
    void anHoursResetsMayComeAtOnceAndThenOneAfterTheOther() {
        reset(PER_HOUR);
        assertEquals(Optional.of(Duration.ofMinutes(1)), resets.refusedFor("contoso.com", ADMIN));
        assertEquals(1, refused.count());
        now = NOW.plus(Duration.ofMinutes(1));
        reset(1);
        assertTrue(resets.refusedFor("contoso.com", ADMIN).isPresent());
        now = NOW.plus(Duration.ofMinutes(61));
        reset(PER_HOUR);
        assertTrue(resets.refusedFor("contoso.com", ADMIN).isPresent());
    }

    @Test
    void anotherAccountAndTheSameNameElsewhereMay() {
        reset(PER_HOUR);
        assertTrue(resets.refusedFor("contoso.com", by("helpdesk")).isEmpty());
        assertTrue(resets.refusedFor("fabrikam.com", ADMIN).isEmpty());
    }

    @Test
    void whatIsRefusedOrRepeatedTakesNothing() {
        reply = new Reply.Refused<>(new UserRefusal.UserUnknown());
        reset(PER_HOUR);
        reply = new Reply.Done<>(new UserAnswer.Done(), List.of(), true);
        reset(PER_HOUR);
        assertTrue(resets.refusedFor("contoso.com", ADMIN).isEmpty());
    }

    /** Its answer was lost: what is asked is what became of it, and nothing is reset. */
    @Test
    void theRepetitionOfTheLastOneIsToldWhatBecameOfIt() {
        reset(PER_HOUR - 1);
        CommandMeta last = by("admin");
        resets.reset(new UserKey("contoso.com", "u-1"), new ResetPin(MailOptions.BY_TENANT, false), last);
        assertTrue(resets.refusedFor("contoso.com", ADMIN).isPresent());
        assertTrue(resets.refusedFor("contoso.com", last).isEmpty());
    }

    private void reset(int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(resets.refusedFor("contoso.com", ADMIN).isEmpty(), "reset " + i);
            resets.reset(new UserKey("contoso.com", "u-" + i), new ResetPin(MailOptions.BY_TENANT, false), by("admin"));
        }
    }

    /** Each is another command. */
    private static CommandMeta by(String name) {
        return new CommandMeta(UUID.randomUUID().toString(), "c-1", new Actor(name, "conferencing-admin", null));
    }
}
