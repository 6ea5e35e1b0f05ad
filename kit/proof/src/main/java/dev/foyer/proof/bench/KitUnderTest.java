package dev.foyer.proof.bench;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.proof.domain.AccountCommand.Deposit;
import dev.foyer.proof.domain.Accounts;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The kit, asked as a service asks it: one command, one journal record, answered when it is durable. */
final class KitUnderTest implements SystemUnderTest {

    private static final Actor CALLER = Actor.service("bench");

    private final Commands commands;
    private final Keys keys;
    private final CommandIds ids = new CommandIds();

    private final UnaryOperator<CommandMeta> credential;

    KitUnderTest(Commands commands, Keys keys) {
        this(commands, keys, meta -> meta);
    }

    /** @param credential proves who asks */
    KitUnderTest(Commands commands, Keys keys, UnaryOperator<CommandMeta> credential) {
        this.commands = commands;
        this.keys = keys;
        this.credential = credential;
    }

    @Override
    public void ask(Consumer<Throwable> answered) {
        String id = ids.next();
        CommandMeta meta = credential.apply(new CommandMeta(id, id, CALLER));
        commands.submit(Accounts.TYPE, keys.next(), new Deposit(1, Payload.NOTE), meta)
                .whenComplete((reply, why) -> answered.accept(why != null ? why : surprise(reply)));
    }

    private static Throwable surprise(Reply<?, ?> reply) {
        return reply instanceof Reply.Done<?, ?> ? null : new IllegalStateException("Refused: " + reply);
    }
}
