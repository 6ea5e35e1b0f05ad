package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.AUTOMATIC;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.letter;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailContext;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The mailboxes of a test with the real rules and without a broker: what is decided is committed at once, and the worker is told. */
final class MailboxesInMemory implements Mailboxes {

    private final MailboxDecider decider = new MailboxDecider();
    private final InstantSource clock;
    private final Map<String, Mailbox> states = new HashMap<>();
    private final Map<String, Reply<MailRefusal, MailAnswer>> answered = new HashMap<>();
    private MailWorker worker;

    MailboxesInMemory(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void tell(MailWorker listener) {
        worker = listener;
    }

    synchronized Mailbox state(String mailbox) {
        return states.getOrDefault(mailbox, decider.initial());
    }

    /** A user's mails as they are now, the oldest first. */
    List<Mail> mails(String user) {
        return state(mailbox(user)).mails().stream()
                .sorted(Comparator.comparing(Mail::id))
                .toList();
    }

    /** Everybody's. */
    synchronized Stream<Mail> all() {
        return List.copyOf(states.values()).stream().flatMap(state -> state.mails().stream());
    }

    /** Another PIN was made for the user. */
    void queue(String user, int number) {
        submit(
                mailbox(user),
                new MailCommand.QueueMail(letter(number, user + "@contoso.com"), AUTOMATIC),
                new CommandMeta("queue-" + number, "request-" + number, Actor.service("pin-service")));
    }

    private static String mailbox(String user) {
        return "contoso.com/" + user;
    }

    @Override
    public synchronized CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
            String mailbox, MailCommand command, CommandMeta meta) {
        return CompletableFuture.completedStage(
                answered.computeIfAbsent(mailbox + " " + meta.commandId(), same -> decide(mailbox, command)));
    }

    private Reply<MailRefusal, MailAnswer> decide(String mailbox, MailCommand command) {
        Mailbox state = state(mailbox);
        return switch (decider.decide(state, command, new MailContext(clock.instant(), HOLD_TIME))) {
            case Decision.Refused<MailEvent, MailRefusal, MailAnswer>(MailRefusal reason) ->
                new Reply.Refused<>(reason);
            case Decision.Accepted<MailEvent, MailRefusal, MailAnswer>(List<MailEvent> events, MailAnswer answer) -> {
                for (MailEvent event : events) {
                    state = decider.evolve(state, event);
                }
                states.put(mailbox, state);
                worker.committed(mailbox, state, events);
                yield new Reply.Done<>(answer, List.of(), false);
            }
        };
    }

    @Override
    public CompletionStage<Reply<MailRefusal, MailAnswer>> submitLocal(
            String mailbox, MailCommand command, CommandMeta meta) {
        return submit(mailbox, command, meta);
    }

    @Override
    public CompletionStage<Mailbox> read(String mailbox) {
        return readLocal(mailbox);
    }

    @Override
    public CompletionStage<Mailbox> readLocal(String mailbox) {
        return CompletableFuture.completedStage(state(mailbox));
    }
}
