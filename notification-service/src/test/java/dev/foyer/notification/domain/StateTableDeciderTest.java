package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.at;
import static dev.foyer.notification.domain.Letters.begun;
import static dev.foyer.notification.domain.Letters.expired;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.held;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.readdressed;
import static dev.foyer.notification.domain.Letters.released;
import static dev.foyer.notification.domain.Letters.revealed;
import static dev.foyer.notification.domain.Letters.superseded;
import static dev.foyer.notification.domain.Letters.tooLate;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.notification.domain.MailCommand.BeginAttempt;
import dev.foyer.notification.domain.MailCommand.DiscardMail;
import dev.foyer.notification.domain.MailCommand.ExpireMails;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.NoteDeparture;
import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.OpenMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.ReaddressMails;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RetryMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfLock;
import dev.foyer.notification.domain.MailEvent.MailDiscarded;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailHandedOver;
import dev.foyer.notification.domain.MailEvent.MailOpened;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.MailSent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of a mail against every command about it: the event, "-" for nothing to do, or the refusal. */
class StateTableDeciderTest {

    private static final Map<String, List<MailEvent>> HISTORIES = Map.ofEntries(
            entry("unknown", List.of()),
            entry("held", List.of(held(1))),
            entry("revealed", List.of(held(1), revealed(1))),
            entry("handed over", List.of(held(1), new MailHandedOver(id(1), NOON))),
            entry("queued", List.of(queued(1))),
            entry("released", List.of(held(1), released(1))),
            entry(
                    "retried",
                    List.of(
                            queued(1),
                            new MailFailed(id(1), "PIN_IS_GONE", false, NOON),
                            new MailRetried(id(1), NOON))),
            entry("sent", List.of(queued(1), new MailSent(id(1), NOON))),
            entry("opened", List.of(queued(1), new MailSent(id(1), NOON), new MailOpened(id(1), NOON))),
            entry("failed", List.of(queued(1), new MailFailed(id(1), "MAIL_SERVER_REFUSED: 550", true, NOON))),
            entry("too late", List.of(queued(1), tooLate(1))),
            entry("discarded", List.of(held(1), new MailDiscarded(id(1), NOON))),
            entry("expired", List.of(held(1), expired(1))),
            entry("superseded", List.of(queued(1), superseded(1, SupersedeReason.NEWER_PIN))),
            entry("under way", List.of(queued(1), begun(1))),
            entry("no address", List.of(queued(1), begun(1), readdressed(1, null, 2))),
            entry("cut off", List.of(queued(1), begun(1), superseded(1, SupersedeReason.NEWER_PIN))),
            entry(
                    "ran out",
                    List.of(
                            queued(1),
                            begun(1),
                            new MailFailed(id(1), "HOLD_TIME_OVER (possibly delivered 1 time)", false, NOON))));

    private static final Map<String, MailCommand> COMMANDS = Map.ofEntries(
            entry("begin", new BeginAttempt(id(1))),
            entry("retry", new RetryMail(id(1))),
            entry("release", new ReleaseMail(id(1), null)),
            entry("releaseElsewhere", new ReleaseMail(id(1), "u@hotmail.com")),
            entry("discard", new DiscardMail(id(1))),
            entry("reveal", new RevealMail(id(1))),
            entry("handOver", new HandOverMail(id(1))),
            entry("sent", new RecordSent(id(1))),
            entry("attemptFailed", new RecordAttemptFailed(id(1), "MAIL_SERVER_UNREACHABLE")),
            entry("failed", new RecordFailed(id(1), "MAIL_SERVER_REFUSED: 550", true)),
            entry("open", new OpenMail(id(1))),
            entry("expire", new ExpireMails()));

    @ParameterizedTest
    @Tag("A4")
    @Tag("D5")
    @Tag("D6")
    @Tag("D7")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            state,       begin,                 retry,                 release,               releaseElsewhere,      discard,               reveal,                handOver,              sent,                  attemptFailed,         failed,                open,                  expire (a week later)
            unknown,     NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, NotificationIsUnknown, LinkIsDead,            -
            held,        -,                     MailHasNotFailed,      MailReleased,          MailReleased,          MailDiscarded,         MailRevealed,          MailHandedOver,        -,                     -,                     -,                     LinkIsDead,            MailExpired
            revealed,    -,                     MailHasNotFailed,      MailReleased,          MailReleased,          MailDiscarded,         AlreadyRevealed,       MailHandedOver,        -,                     -,                     -,                     LinkIsDead,            MailExpired
            handed over, -,                     MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         -,                     -,                     -,                     -,                     LinkIsDead,            -
            queued,      MailAttemptBegun,      -,                     -,                     MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailSent,              MailAttemptFailed,     MailFailed,            MailOpened,            MailFailed
            released,    MailAttemptBegun,      -,                     -,                     MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailSent,              MailAttemptFailed,     MailFailed,            MailOpened,            MailFailed
            retried,     MailAttemptBegun,      -,                     -,                     MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailSent,              MailAttemptFailed,     MailFailed,            MailOpened,            MailFailed
            sent,        -,                     MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         -,                     -,                     -,                     MailOpened,            -
            opened,      -,                     MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         -,                     -,                     -,                     LinkWasUsed,           -
            failed,      -,                     MailRetried,           MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailSent,              -,                     -,                     MailOpened,            -
            too late,    -,                     MailRetried,           MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailSent,              -,                     -,                     MailOpened,            -
            discarded,   -,                     MailIsSettled,         MailIsSettled,         MailIsSettled,         -,                     MailIsSettled,         MailIsSettled,         -,                     -,                     -,                     LinkIsDead,            -
            expired,     -,                     MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         -,                     -,                     -,                     LinkIsDead,            -
            superseded,  -,                     MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         SupersededMailLeft,    -,                     -,                     LinkIsDead,            -
            under way,   -,                     -,                     -,                     MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailSent,              MailAttemptFailed,     MailFailed,            MailOpened,            MailFailed
            no address,  -,                     MailHasNotFailed,      AddressIsMissing,      MailReleased,          MailIsOnItsWay,        MailIsOnItsWay,        MailIsOnItsWay,        MailSent,              MailDidNotLeave,       MailDidNotLeave,       LinkIsDead,            MailExpired
            cut off,     -,                     MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         SupersededMailLeft,    MailDidNotLeave,       MailDidNotLeave,       LinkIsDead,            -
            ran out,     -,                     MailRetried,           MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailIsSettled,         MailSent,              MailDidNotLeave,       MailDidNotLeave,       MailOpened,            -
            """)
    void everyStateMeetsEveryCommand(
            String state,
            String begin,
            String retry,
            String release,
            String releaseElsewhere,
            String discard,
            String reveal,
            String handOver,
            String sent,
            String attemptFailed,
            String failed,
            String open,
            String expire) {
        assertEquals(begin, outcome(state, "begin"));
        assertEquals(retry, outcome(state, "retry"));
        assertEquals(release, outcome(state, "release"));
        assertEquals(releaseElsewhere, outcome(state, "releaseElsewhere"));
        assertEquals(discard, outcome(state, "discard"));
        assertEquals(reveal, outcome(state, "reveal"));
        assertEquals(handOver, outcome(state, "handOver"));
        assertEquals(sent, outcome(state, "sent"));
        assertEquals(attemptFailed, outcome(state, "attemptFailed"));
        assertEquals(failed, outcome(state, "failed"));
        assertEquals(open, outcome(state, "open"));
        assertEquals(expire, outcome(state, "expire", at(expiry(1))));
    }

    private static String outcome(String state, String command) {
        return outcome(state, command, noon());
    }

    private static String outcome(String state, String command, MailContext context) {
        MailboxDecider decider = new MailboxDecider();
        Mailbox mailbox = decider.initial();
        for (MailEvent event : HISTORIES.get(state)) {
            mailbox = decider.evolve(mailbox, event);
        }
        return switch (decider.decide(mailbox, COMMANDS.get(command), context)) {
            case Decision.Accepted<MailEvent, MailRefusal, MailAnswer>(List<MailEvent> events, MailAnswer answer) ->
                events.isEmpty() ? "-" : events.getFirst().getClass().getSimpleName();
            case Decision.Refused<MailEvent, MailRefusal, MailAnswer>(MailRefusal reason) ->
                reason.getClass().getSimpleName();
        };
    }

    @Test
    void theTableHasEveryOutcomeAndEveryCommandAboutAMail() {
        Set<Outcome> outcomes = HISTORIES.values().stream()
                .flatMap(history -> given(history.toArray(MailEvent[]::new)).state().mails().stream())
                .filter(Mail.Settled.class::isInstance)
                .map(mail -> ((Mail.Settled) mail).outcome())
                .collect(toSet());
        assertEquals(Set.of(Outcome.values()), outcomes);
        Set<Class<?>> commands =
                COMMANDS.values().stream().map(Object::getClass).collect(toSet());
        commands.add(QueueMail.class); // theirs are in QueueMailDeciderTest
        commands.add(SupersedeMailsOfDisabledUser.class);
        commands.add(NoticeMail.class); // theirs are in NoticeDeciderTest
        commands.add(SupersedeMailsOfLock.class);
        commands.add(ReaddressMails.class); // theirs are in AddressDeciderTest
        commands.add(NoteDeparture.class);
        assertEquals(Set.of(MailCommand.class.getPermittedSubclasses()), commands);
    }

    /** The table's address is the one that the mails above go to. */
    @Test
    void releaseWithoutAnAddressMeansTheUsersOwn() {
        given(held(1)).when(new ReleaseMail(id(1), ADDRESS), noon()).thenEvents(released(1));
    }
}
