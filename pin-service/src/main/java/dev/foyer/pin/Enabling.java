package dev.foyer.pin;

import dev.foyer.eventsourcing.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.service.Problem;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Release;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import dev.foyer.pin.domain.conferenceid.ConferenceIdSource;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.setup.PinAggregates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The steps that touch two aggregates: a conference ID is reserved before its user gets it, and released after the user
 * lost it. Every step may be repeated; the user's own decision is the one that counts.
 */
@ApplicationScoped
public class Enabling {

    private static final int MOST_ATTEMPTS = 50;

    @Inject
    Commands commands;

    @Inject
    PinAggregates aggregates;

    @Inject
    ConferenceIdSource candidates;

    /** @param wish what to ask of the user, given the reserved conference ID, or {@code null} when none is reserved */
    public CompletionStage<Reply<UserRefusal, UserAnswer>> enable(
            UserKey user, Function<String, EnableConferencing> wish, CommandMeta meta) {
        return enable(user, wish, meta, 1);
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> enable(
            UserKey user, Function<String, EnableConferencing> wish, CommandMeta meta, int attempt) {
        return commands.read(aggregates.users(), user.toString()).thenCompose(state -> switch (state) {
            // No number is needed for these: the user's own answer says what is to say.
            case User.Unknown unknown -> withoutNumber(user, wish, meta, attempt);
            case User.Enabled enabled -> withoutNumber(user, wish, meta, attempt);
            case User.Provisioned provisioned ->
                reserve(user, meta, 0).thenCompose(id -> enableWith(user, id, wish.apply(id), meta));
        });
    }

    /** The user may have changed since we looked, and need a number after all: then look again. */
    private CompletionStage<Reply<UserRefusal, UserAnswer>> withoutNumber(
            UserKey user, Function<String, EnableConferencing> wish, CommandMeta meta, int attempt) {
        return submit(user, wish.apply(null), meta)
                .thenCompose(reply -> reply instanceof Reply.Refused<UserRefusal, UserAnswer>(var reason)
                                && reason instanceof UserRefusal.ConferenceIdNotReserved
                                && attempt < MOST_ATTEMPTS
                        ? enable(user, wish, meta, attempt + 1)
                        : CompletableFuture.completedStage(reply));
    }

    /** Sends a command that may take the user's conference ID away, and releases it then. */
    public CompletionStage<Reply<UserRefusal, UserAnswer>> disable(
            UserKey user, UserCommand command, CommandMeta meta) {
        return submit(user, command, meta).thenCompose(reply -> {
            if (reply instanceof Reply.Done<UserRefusal, UserAnswer> done
                    && done.answer() instanceof UserAnswer.Disabled(var conferenceId)
                    && conferenceId.isPresent()) {
                return release(user, conferenceId.get(), afterwards(meta)).thenApply(released -> reply);
            }
            return CompletableFuture.completedStage(reply);
        });
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> enableWith(
            UserKey user, String reserved, EnableConferencing wish, CommandMeta meta) {
        return submit(user, wish, meta)
                .thenCompose(reply -> isNew(reply)
                        // Nothing more may fail now: this answer has the PIN, the next one will not.
                        ? CompletableFuture.completedStage(reply)
                        : releaseUnlessOwned(user, reserved, meta).thenApply(released -> reply));
    }

    private static boolean isNew(Reply<UserRefusal, UserAnswer> reply) {
        return reply instanceof Reply.Done<UserRefusal, UserAnswer>(var answer, var positions, boolean repeated)
                && answer instanceof UserAnswer.PinIssued
                && !repeated;
    }

    /** Refused, repeated or beaten by somebody else: what the user has now decides, not what was answered. */
    private CompletionStage<?> releaseUnlessOwned(UserKey user, String reserved, CommandMeta meta) {
        return commands.read(aggregates.users(), user.toString())
                .thenCompose(state -> state instanceof User.Enabled enabled
                                && enabled.conferencing().conferenceId().equals(reserved)
                        ? CompletableFuture.completedStage(null)
                        : release(user, reserved, afresh(meta)));
    }

    private CompletionStage<String> reserve(UserKey user, CommandMeta meta, int attempt) {
        if (attempt == MOST_ATTEMPTS) {
            throw Problem.unavailable("no-conference-id", "No free conference ID was found; try again.", 1)
                    .exception();
        }
        String candidate = candidates.candidate(meta.commandId(), attempt);
        return commands.submit(aggregates.conferenceIds(), candidate, new Reserve(user.toString()), afresh(meta))
                .thenCompose(reply -> reply instanceof Reply.Done
                        ? CompletableFuture.completedStage(candidate)
                        : reserve(user, meta, attempt + 1));
    }

    private CompletionStage<?> release(UserKey user, String conferenceId, CommandMeta meta) {
        return commands.submit(aggregates.conferenceIds(), conferenceId, new Release(user.toString()), meta);
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> submit(
            UserKey user, UserCommand command, CommandMeta meta) {
        return commands.submit(aggregates.users(), user.toString(), command, meta);
    }

    /**
     * A step that may be decided as often as it is asked. The answer to the first time must not be remembered: between
     * a refused enabling and its repetition the reservation was given back.
     */
    private static CommandMeta afresh(CommandMeta meta) {
        return named(meta, UUID.randomUUID().toString());
    }

    /** The step that follows a disabling, once: its repetition must not take away what was reserved since. */
    private static CommandMeta afterwards(CommandMeta meta) {
        return named(meta, "release");
    }

    private static CommandMeta named(CommandMeta meta, String step) {
        return new CommandMeta(meta.commandId() + "/" + step, meta.correlationId(), meta.actor());
    }
}
