package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.NOON;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.mail.smtp.Outcome;
import dev.foyer.notification.mail.smtp.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code foyer.mail.per-minute}, with the real worker and the real rules: one mail in ten milliseconds, by a clock that stands until it is set. */
@Tag("D6")
class LimitedMailsTest {

    private static final int PER_MINUTE = 6_000;

    private final MailboxesInMemory mailboxes = new MailboxesInMemory(() -> NOON);
    private final MailServer asked = new MailServer(Duration.ofMillis(5));
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean away;
    private volatile Instant now = NOON;

    private final MailWorker worker = Workers.of(
            mailboxes,
            asked,
            new MailRate(OptionalInt.of(PER_MINUTE), () -> {
                looks.incrementAndGet();
                return now;
            }),
            (mail, late) -> take(mail));

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void inEachMomentOneLeavesAndInTheEndAllHave() {
        queue(4);
        onlySoManyLeave(1);
        now = now.plusMillis(20);
        onlySoManyLeave(3);
        now = now.plusMillis(10);
        await().until(() -> taken.size() == 4);
        assertEquals(4, taken.stream().distinct().count());
    }

    /** Whoever waited for the server has not saved anything up meanwhile. */
    @Test
    @Tag("case-L12")
    void whatWaitedForTheServerDoesNotLeaveAllAtOnce() {
        away = true;
        queue(6);
        await().until(() -> {
            now = now.plusMillis(10);
            return asked.closed();
        });
        away = false;
        now = now.plusSeconds(60);
        await().until(() -> !taken.isEmpty());
        everybodyHasAskedAgain();
        assertTrue(taken.size() <= 2, () -> taken.size() + " at once"); // and who may have been about to, before
        await().until(() -> {
            now = now.plusMillis(10);
            return taken.size() == 6;
        });
    }

    private void queue(int users) {
        mailboxes.tell(worker);
        IntStream.range(0, users).forEach(n -> mailboxes.queue("u-" + n, 1));
    }

    private void onlySoManyLeave(int mails) {
        await().until(() -> taken.size() == mails);
        everybodyHasAskedAgain();
        assertEquals(mails, taken.size());
    }

    private void everybodyHasAskedAgain() {
        int before = looks.get();
        await().until(() -> looks.get() > before + 50);
    }

    private Outcome take(Mail.Outgoing mail) {
        if (away) {
            return new Outcome.Gone(Step.CONNECT);
        }
        taken.add(mail.to());
        return new Outcome.Taken();
    }
}
