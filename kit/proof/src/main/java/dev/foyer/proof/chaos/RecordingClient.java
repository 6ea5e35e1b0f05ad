package dev.foyer.proof.chaos;

import dev.foyer.proof.checker.Call;
import dev.foyer.proof.checker.Call.Operation;
import dev.foyer.proof.checker.Call.Result;
import dev.foyer.proof.instance.AccountRequest;
import dev.foyer.proof.instance.AccountResponse;
import dev.foyer.proof.instance.Bodies;
import dev.foyer.proof.instance.InstanceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks instances over HTTP and records every call in the {@link History}. Thread-safe. */
final class RecordingClient {

    /** Asks any instance, as clients do. */
    static final String ANY = "/commands";
    /** Asks that one and nobody else. */
    static final String OWNED = "/owned";

    private final History history;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    RecordingClient(History history) {
        this.history = history;
    }

    /** Blocks until there is an answer or the patience is at its end. */
    Result ask(
            InstanceProcess instance,
            String path,
            String account,
            String commandId,
            Operation operation,
            Duration patience)
            throws InterruptedException {
        long asked = System.nanoTime();
        Result result = send(instance, path, accountRequest(account, commandId, operation), patience);
        history.add(new Call(asked, System.nanoTime(), account, commandId, operation, result, instance.name() + path));
        return result;
    }

    private static AccountRequest accountRequest(String account, String commandId, Operation operation) {
        return switch (operation) {
            case Operation.Deposit(long amount) ->
                new AccountRequest(AccountRequest.Kind.DEPOSIT, account, commandId, amount);
            case Operation.Withdraw(long amount) ->
                new AccountRequest(AccountRequest.Kind.WITHDRAW, account, commandId, amount);
            case Operation.Read() -> new AccountRequest(AccountRequest.Kind.READ, account, commandId, 0);
        };
    }

    private Result send(InstanceProcess instance, String path, AccountRequest body, Duration patience)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(instance.endpoint(path))
                .timeout(patience)
                .POST(BodyPublishers.ofByteArray(Bodies.write(body)))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? result(Bodies.read(response.body(), AccountResponse.class))
                    : new Result.Unknown();
        } catch (IOException e) {
            return new Result.Unknown();
        }
    }

    private static Result result(AccountResponse response) {
        return switch (response.kind()) {
            case BOOKED -> new Result.Booked(response.entry(), response.balance());
            case BALANCE_TOO_SMALL -> new Result.BalanceTooSmall(response.balance());
            case BALANCE -> new Result.Balance(response.balance(), response.entry());
            case UNAVAILABLE -> new Result.Unknown();
        };
    }
}
