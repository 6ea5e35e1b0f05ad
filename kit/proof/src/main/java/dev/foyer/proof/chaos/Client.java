package dev.foyer.proof.chaos;

import dev.foyer.proof.checker.Call;
import dev.foyer.proof.checker.Call.Told;
import dev.foyer.proof.checker.Call.Wish;
import dev.foyer.proof.instance.Answer;
import dev.foyer.proof.instance.Bodies;
import dev.foyer.proof.instance.InstanceProcess;
import dev.foyer.proof.instance.Question;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks instances over HTTP and keeps what they say. Thread-safe. */
final class Client {

    /** Asks any instance, as clients do. */
    static final String ANY = "/commands";
    /** Asks that one and nobody else. */
    static final String OWNED = "/owned";

    private final History history;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    Client(History history) {
        this.history = history;
    }

    /** Blocks until there is an answer or the patience is at its end. */
    Told ask(InstanceProcess instance, String path, String account, String commandId, Wish wish, Duration patience)
            throws InterruptedException {
        long asked = System.nanoTime();
        Told told = told(instance, path, question(account, commandId, wish), patience);
        history.add(new Call(asked, System.nanoTime(), account, commandId, wish, told, instance.name() + path));
        return told;
    }

    private static Question question(String account, String commandId, Wish wish) {
        return switch (wish) {
            case Wish.Deposit(long amount) -> new Question(Question.Kind.DEPOSIT, account, commandId, amount);
            case Wish.Withdraw(long amount) -> new Question(Question.Kind.WITHDRAW, account, commandId, amount);
            case Wish.Read() -> new Question(Question.Kind.READ, account, commandId, 0);
        };
    }

    private Told told(InstanceProcess instance, String path, Question question, Duration patience)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(instance.door(path))
                .timeout(patience)
                .POST(BodyPublishers.ofByteArray(Bodies.write(question)))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? told(Bodies.read(response.body(), Answer.class)) : new Told.Nothing();
        } catch (IOException e) {
            return new Told.Nothing();
        }
    }

    private static Told told(Answer answer) {
        return switch (answer.kind()) {
            case BOOKED -> new Told.Booked(answer.entry(), answer.balance());
            case BALANCE_TOO_SMALL -> new Told.BalanceTooSmall(answer.balance());
            case STANDS -> new Told.Stands(answer.balance(), answer.entry());
            case UNAVAILABLE -> new Told.Nothing();
        };
    }
}
