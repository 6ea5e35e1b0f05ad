package dev.foyer.proof.bench;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.proof.domain.AccountCommand.Deposit;
import dev.foyer.proof.domain.Accounts;
import java.util.function.Consumer;

/** The kit, asked as a service asks it: one command, one journal record, answered when it is durable. */
final class KitUnderTest implements SystemUnderTest {

    private static final Actor CALLER = Actor.service("bench");

    private final Commands commands;
    private final Keys keys;
    private final CommandIds ids = new CommandIds();

    KitUnderTest(Commands commands, Keys keys) {
        this.commands = commands;
        this.keys = keys;
    }

    @Override
    public void ask(Consumer<Throwable> answered) {
        String id = ids.next();
        commands.submit(Accounts.TYPE, keys.next(), new Deposit(1, Payload.NOTE), new CommandMeta(id, id, CALLER))
                .whenComplete((reply, why) -> answered.accept(why != null ? why : surprise(reply)));
    }

    private static Throwable surprise(Reply<?, ?> reply) {
        return reply instanceof Reply.Done<?, ?> ? null : new IllegalStateException("Refused: " + reply);
    }
}
