package dev.foyer.local.load;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.http.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Loads people, a few at a time. Loading again changes nothing, so an interrupted load is simply repeated. */
public final class DemoLoader {

    private static final int IN_FLIGHT = 16;
    private static final int PROGRESS_EVERY = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Console console;

    /** @param console where the progress is told */
    public DemoLoader(Console console) {
        this.console = console;
    }

    /** Throws {@link CannotRun} when somebody is refused. */
    public void load(String tenant, Api api, List<Person> people) {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT)) {
            List<Future<?>> loads = people.stream()
                    .<Future<?>>map(person -> threads.submit(() -> {
                        put(api, person);
                        sayProgress(tenant, done.incrementAndGet(), people.size());
                    }))
                    .toList();
            for (Future<?> load : loads) {
                join(load);
            }
        }
    }

    /** The numbers that callers of contoso.com dial. */
    public void setNumbers(Api api) {
        Map<String, Object> numbers = Map.of(
                "serviceNumbers",
                List.of(
                        Map.of(
                                "number", "+14255550100",
                                "type", "TOLL",
                                "city", "Seattle",
                                "country", "US",
                                "languages", List.of("en")),
                        Map.of(
                                "number", "+390255550100",
                                "type", "TOLL",
                                "city", "Milano",
                                "country", "IT",
                                "languages", List.of("it", "en")),
                        Map.of(
                                "number",
                                "+18005550199",
                                "type",
                                "TOLL_FREE",
                                "country",
                                "US",
                                "languages",
                                List.of("en"))),
                "defaultServiceNumber",
                "+14255550100",
                "defaultTollFreeNumber",
                "+18005550199");
        expect(retried(() -> api.patch("/api/v1/settings", numbers)), "the service numbers of contoso.com");
    }

    private void put(Api api, Person person) {
        expect(
                retried(() -> api.put("/api/v1/users/" + Segment.of(person.userId()), person.toBody())),
                "user " + person.userPrincipalName());
    }

    /** A service that has just become ready may still say 503 for a moment. */
    private static Answer retried(Supplier<Answer> request) {
        Answer[] last = new Answer[1];
        Pause.until(PATIENCE, () -> {
            last[0] = request.get();
            return last[0].status() == 503 ? Optional.empty() : Optional.of(last[0]);
        });
        return last[0];
    }

    private static void expect(Answer answer, String what) {
        if (answer.status() >= 300) {
            throw new CannotRun("The demo data could not be loaded: " + what + " got " + answer + ".");
        }
    }

    private void sayProgress(String tenant, int done, int all) {
        if (done % PROGRESS_EVERY == 0 || done == all) {
            console.say("  " + tenant + ": " + done + " of " + all + " users");
        }
    }

    private static void join(Future<?> load) {
        try {
            load.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotRun known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while the demo data were loaded.", e);
        }
    }
}
