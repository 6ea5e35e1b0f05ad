package dev.foyer.local.tenants;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Secrets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Adds and removes tenants as an operator at the command line: one more caller of the API. */
public final class Operator {

    /** An access token of the operators' provider; in the environment, since arguments are seen by everybody. */
    public static final String TOKEN = "FOYER_TOKEN";

    private static final String TENANTS = "/api/v1/tenants";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Api api;

    private Operator(Api api) {
        this.api = api.patient(Duration.ofSeconds(90));
    }

    /**
     * By the token of the environment; without one, as the embedded operator of this home.
     *
     * @param gateway its address
     */
    public static Operator of(Home home, URI gateway, Map<String, String> environment) {
        String token = environment.get(TOKEN);
        return new Operator(
                token == null || token.isBlank()
                        ? Api.as(Secrets.accountsOf(home).named("operator"), gateway)
                        : Api.anonymous(gateway).with("Authorization", "Bearer " + token.strip()));
    }

    /**
     * Returns when its people are let in.
     *
     * @return what the gateway answers: {@code administrator.name} and {@code administrator.password}, where it gets an account
     * @throws CannotRun with what the gateway says
     */
    public Answer add(String tenant) {
        Api once = api.with("Idempotency-Key", UUID.randomUUID().toString());
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Answer answer = once.post(TENANTS, Map.of("tenant", tenant));
            if (answer.status() == 201) {
                return answer;
            }
            if (!isForNow(answer, end)) {
                throw refused(tenant, "added", answer);
            }
            pause();
        }
    }

    /**
     * Returns when it is gone.
     *
     * @throws CannotRun with what the gateway says
     */
    public void remove(String tenant) {
        Instant end = Instant.now().plus(PATIENCE);
        boolean begun = false;
        while (true) {
            Answer answer = api.delete(TENANTS + "/" + tenant);
            if (answer.status() == 204 || begun && answer.status() == 404) {
                return;
            }
            if (answer.status() != 202 && !isForNow(answer, end)) {
                throw refused(tenant, "removed", answer);
            }
            begun |= answer.status() == 202;
            pause();
        }
    }

    private static boolean isForNow(Answer answer, Instant end) {
        return answer.status() == 503 && Instant.now().isBefore(end);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted; call this again.", e);
        }
    }

    private static CannotRun refused(String tenant, String done, Answer answer) {
        String detail = answer.status() == 401
                ? "The gateway does not let you in; where people sign in with their company, give an operator's access"
                        + " token in " + TOKEN + "."
                : answer.text("title") + ". " + answer.text("detail");
        return new CannotRun(tenant + " is not " + done + ": " + detail);
    }
}
