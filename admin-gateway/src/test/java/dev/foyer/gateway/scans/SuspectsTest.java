package dev.foyer.gateway.scans;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient.MissCounted;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who guesses one at a time: a number that had to wait lately, and nobody else, however often it was wrong for free. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G2")
@Tag("case-S7")
class SuspectsTest {

    private static final Account BRIDGE = new Account("bridge", "contoso.com", Set.of("bridge"), null);
    private static final long LONG_MILLIS = 10_000;
    private static final long SHORT_MILLIS = 200;

    @Inject
    Scans scans;

    @Inject
    Refusals refusals;

    @Test
    void whatWasWrongForFreeMakesNobodySuspect() throws Exception {
        CallSource source = new CallSource("contoso.com", "number.free", "+15550110");
        refusals.heard(source, new MissCounted(null, null));
        assertTrue(haveCompany(source, LONG_MILLIS));
    }

    @Test
    void whoHadToWaitLatelyGuessesOneAtATime() throws Exception {
        CallSource source = new CallSource("contoso.com", "number.suspect", "+15550111");
        Instant lately = Instant.now().minusSeconds(1);
        refusals.heard(source, new MissCounted(lately, lately));
        assertFalse(haveCompany(source, SHORT_MILLIS));
    }

    /** Whether two guesses of that source are looked up at the same time. */
    private boolean haveCompany(CallSource source, long patienceMillis) throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> seesAnother(source, "4711007", both, patienceMillis));
            var second = threads.submit(() -> seesAnother(source, "4711008", both, patienceMillis));
            return first.get() && second.get();
        }
    }

    private boolean seesAnother(CallSource source, String conferenceId, CountDownLatch both, long patienceMillis) {
        CommandContext command = new CommandContext(BRIDGE, "bridge", "c-" + conferenceId, "c-" + conferenceId);
        return scans.look(
                Guess.atConferenceId(source, command, conferenceId), _ -> meets(both, patienceMillis), _ -> false);
    }

    private static boolean meets(CountDownLatch both, long patienceMillis) {
        both.countDown();
        try {
            return both.await(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
