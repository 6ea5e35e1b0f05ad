package dev.foyer.service.eventsourced.deadletters;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Problem;
import dev.foyer.base.Roles;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.BuriedRecord.Kept;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.deadletters.DeadLetter;
import dev.foyer.eventsourcing.deadletters.DeadLetterAnswer;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand;
import dev.foyer.eventsourcing.deadletters.DeadLetterRefusal;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.eventsourcing.deadletters.LetterPlace;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;

/** What administrators do about what this service could not use. The tenant is "-" for what is no tenant's. */
@Path("/internal/v1/tenants/{tenant}/dead-letters/{letter}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles({Roles.ADMIN, Roles.OPERATOR})
public class DeadLetterResource {

    /** Most are handled within a moment; who waits longer is told that it goes on. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Executor BLOCKING = Thread::startVirtualThread;
    private static final Executor SOON = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, BLOCKING);

    @Inject
    Replays replays;

    @Inject
    Commands commands;

    @Inject
    Instance<DeadLetterType> type;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @RestPath
    @Pattern(regexp = "[0-9a-f]{32}")
    String letter;

    /**
     * Where the letter lies, as the gateway read it.
     *
     * @param reason {@code null}: none is given
     */
    record LetterBody(
            @NotNull @PositiveOrZero Integer partition,
            @NotNull @PositiveOrZero Long offset,
            @Text(TextKind.LINE) String reason) {}

    /**
     * What became of it.
     *
     * @param why it could not be used this time either; absent otherwise
     */
    record Replayed(Outcome outcome, int attempt, String why) {}

    /** Of an attempt. */
    enum Outcome {
        REPLAYING,
        REPLAYED,
        BURIED_AGAIN
    }

    @POST
    @Path("/replay")
    public CompletionStage<Response> replay(@NotNull @Valid LetterBody body) {
        return submit(body, found -> {
                    if (found.kept() == Kept.NOTHING) {
                        throw Problem.of(
                                        409,
                                        "dead-letter-not-kept",
                                        "Nothing of it is kept",
                                        "The record may hold a PIN, so nothing of it is kept. Have it sent again"
                                                + " without one, and discard this letter.")
                                .exception();
                    }
                    return new DeadLetterCommand.Replay(place(found), body.reason());
                })
                .thenCompose(reply -> switch (reply) {
                    case Reply.Done<DeadLetterRefusal, DeadLetterAnswer>(
                            DeadLetterAnswer.Begun(int attempt),
                            var positions,
                            var repeated) -> outcome(attempt, System.nanoTime() + PATIENCE.toNanos());
                    case Reply.Done<DeadLetterRefusal, DeadLetterAnswer> done ->
                        throw new IllegalStateException("A replay is begun or refused, not " + done);
                    case Reply.Refused<DeadLetterRefusal, DeadLetterAnswer>(DeadLetterRefusal reason) ->
                        throw problem(reason).exception();
                });
    }

    @POST
    @Path("/discard")
    public CompletionStage<Response> discard(@NotNull @Valid LetterBody body) {
        if (body.reason() == null) {
            throw Problem.of(400, "reason-missing", "A reason is missing", "Say in reason why nothing is to be done.")
                    .exception();
        }
        return submit(body, found -> new DeadLetterCommand.Discard(place(found), body.reason()))
                .thenApply(reply -> Answers.answer(reply, noted -> Response.noContent(), DeadLetterResource::problem));
    }

    private CompletionStage<Reply<DeadLetterRefusal, DeadLetterAnswer>> submit(
            LetterBody body, Function<BuriedRecord, DeadLetterCommand> command) {
        CommandMeta meta = caller.meta();
        String id = id();
        String of = tenant;
        String wanted = letter;
        return CompletableFuture.supplyAsync(
                        () -> command.apply(replays.find(of, wanted, body.partition(), body.offset())
                                .orElseThrow(() -> notFound().exception())),
                        BLOCKING)
                .thenCompose(asked -> commands.submit(type.get().aggregates(), id, asked, meta));
    }

    /** A tenant's administrators have no business with what is no tenant's, nor an operator with what is one's. */
    private String id() {
        String needed = tenant.equals(BuriedRecord.NO_TENANT) ? Roles.OPERATOR : Roles.ADMIN;
        if (!caller.claims().actor().role().equals(needed)) {
            throw Problem.of(403, "role-not-allowed", "Not allowed", "No role of the caller allows this request.")
                    .exception();
        }
        return DeadLetterType.idOf(tenant, letter);
    }

    private CompletionStage<Response> outcome(int attempt, long until) {
        return outcome(DeadLetterType.idOf(tenant, letter), attempt, until);
    }

    private CompletionStage<Response> outcome(String id, int attempt, long until) {
        return commands.read(type.get().aggregates(), id)
                .thenCompose(state -> state instanceof DeadLetter.Replaying replaying
                                && replaying.attempt() == attempt
                                && System.nanoTime() < until
                        ? CompletableFuture.<Response>completedStage(null)
                                .thenComposeAsync(waited -> outcome(id, attempt, until), SOON)
                        : CompletableFuture.completedStage(
                                Response.ok(answer(state, attempt)).build()));
    }

    private static Replayed answer(DeadLetter state, int attempt) {
        return switch (state) {
            case DeadLetter.Replayed _ -> new Replayed(Outcome.REPLAYED, attempt, null);
            case DeadLetter.BuriedAgain(int which, String why, var at) ->
                new Replayed(Outcome.BURIED_AGAIN, which, why);
            case DeadLetter.Replaying _, DeadLetter.Untouched _, DeadLetter.Discarded _ ->
                new Replayed(Outcome.REPLAYING, attempt, null);
        };
    }

    private static LetterPlace place(BuriedRecord found) {
        return new LetterPlace(
                found.lies().partition(),
                found.lies().offset(),
                found.origin().topic(),
                found.origin().partition(),
                found.origin().offset());
    }

    private static Problem notFound() {
        return Problem.of(
                404,
                "dead-letter-not-found",
                "Dead letter not found",
                "There is no such dead letter in your tenant, or none any more: they are kept for 30 days.");
    }

    private static Problem problem(DeadLetterRefusal refusal) {
        return switch (refusal) {
            case DeadLetterRefusal.BeingReplayed() ->
                Problem.of(
                        409,
                        "dead-letter-being-replayed",
                        "It is being replayed",
                        "Somebody has asked for this before, and it has not ended; look at the letter in a moment.");
            case DeadLetterRefusal.AlreadyReplayed() ->
                Problem.of(
                        409,
                        "dead-letter-replayed",
                        "It was replayed",
                        "The record was handled; once more would do it twice. Nothing is left to do.");
            case DeadLetterRefusal.AlreadyDiscarded() ->
                Problem.of(
                        409,
                        "dead-letter-discarded",
                        "It was discarded",
                        "Somebody decided that nothing is to be done; have the record sent again under a new id.");
        };
    }
}
