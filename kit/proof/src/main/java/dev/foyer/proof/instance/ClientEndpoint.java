package dev.foyer.proof.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.proof.domain.Account;
import dev.foyer.proof.domain.AccountAnswer;
import dev.foyer.proof.domain.AccountAnswer.Booked;
import dev.foyer.proof.domain.AccountCommand;
import dev.foyer.proof.domain.AccountRefusal;
import dev.foyer.proof.domain.AccountRefusal.BalanceTooSmall;
import dev.foyer.proof.domain.Accounts;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Where clients ask; each request in a virtual thread of its own, which waits. */
final class ClientEndpoint implements HttpHandler {

    private static final Actor CALLER = Actor.service("proof");
    /** As long as what services write. */
    private static final String NOTE = "n".repeat(250);

    private final Commands commands;

    ClientEndpoint(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Question question = Bodies.read(exchange.getRequestBody().readAllBytes(), Question.class);
        Answer answer = answer(question);
        Bodies.send(exchange, answer.kind() == Answer.Kind.UNAVAILABLE ? 503 : 200, Bodies.write(answer));
    }

    private Answer answer(Question question) {
        try {
            return ask(question).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unavailable unavailable) {
                return new Answer(
                        Answer.Kind.UNAVAILABLE, 0, 0, unavailable.reason() + ": " + unavailable.getMessage());
            }
            throw e;
        }
    }

    private CompletionStage<Answer> ask(Question question) {
        return switch (question.kind()) {
            case DEPOSIT -> submit(question, new AccountCommand.Deposit(question.amount(), NOTE));
            case WITHDRAW -> submit(question, new AccountCommand.Withdraw(question.amount(), NOTE));
            case READ -> commands.read(Accounts.TYPE, question.account()).thenApply(ClientEndpoint::answer);
        };
    }

    private CompletionStage<Answer> submit(Question question, AccountCommand command) {
        var meta = new CommandMeta(question.commandId(), question.commandId(), CALLER);
        return commands.submit(Accounts.TYPE, question.account(), command, meta).thenApply(ClientEndpoint::answer);
    }

    private static Answer answer(Account account) {
        return new Answer(Answer.Kind.STANDS, account.entries(), account.balance(), null);
    }

    private static Answer answer(Reply<AccountRefusal, AccountAnswer> reply) {
        return switch (reply) {
            case Reply.Done<AccountRefusal, AccountAnswer> done ->
                switch (done.answer()) {
                    case Booked(long entry, long balance) -> new Answer(Answer.Kind.BOOKED, entry, balance, null);
                };
            case Reply.Refused<AccountRefusal, AccountAnswer>(BalanceTooSmall(long balance)) ->
                new Answer(Answer.Kind.BALANCE_TOO_SMALL, 0, balance, null);
        };
    }
}
