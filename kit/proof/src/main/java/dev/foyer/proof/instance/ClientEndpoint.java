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
        AccountRequest request = Bodies.read(exchange.getRequestBody().readAllBytes(), AccountRequest.class);
        AccountResponse answer = answer(request);
        Bodies.send(exchange, answer.kind() == AccountResponse.Kind.UNAVAILABLE ? 503 : 200, Bodies.write(answer));
    }

    private AccountResponse answer(AccountRequest request) {
        try {
            return ask(request).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unavailable unavailable) {
                return new AccountResponse(
                        AccountResponse.Kind.UNAVAILABLE, 0, 0, unavailable.reason() + ": " + unavailable.getMessage());
            }
            throw e;
        }
    }

    private CompletionStage<AccountResponse> ask(AccountRequest request) {
        return switch (request.kind()) {
            case DEPOSIT -> submit(request, new AccountCommand.Deposit(request.amount(), NOTE));
            case WITHDRAW -> submit(request, new AccountCommand.Withdraw(request.amount(), NOTE));
            case READ -> commands.read(Accounts.TYPE, request.account()).thenApply(ClientEndpoint::answer);
        };
    }

    private CompletionStage<AccountResponse> submit(AccountRequest request, AccountCommand command) {
        var meta = new CommandMeta(request.commandId(), request.commandId(), CALLER);
        return commands.submit(Accounts.TYPE, request.account(), command, meta).thenApply(ClientEndpoint::answer);
    }

    private static AccountResponse answer(Account account) {
        return new AccountResponse(AccountResponse.Kind.BALANCE, account.entries(), account.balance(), null);
    }

    private static AccountResponse answer(Reply<AccountRefusal, AccountAnswer> reply) {
        return switch (reply) {
            case Reply.Done<AccountRefusal, AccountAnswer> done ->
                switch (done.answer()) {
                    case Booked(long entry, long balance) ->
                        new AccountResponse(AccountResponse.Kind.BOOKED, entry, balance, null);
                };
            case Reply.Refused<AccountRefusal, AccountAnswer>(BalanceTooSmall(long balance)) ->
                new AccountResponse(AccountResponse.Kind.BALANCE_TOO_SMALL, 0, balance, null);
        };
    }
}
