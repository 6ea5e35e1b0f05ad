package dev.foyer.pin.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.ConferenceIds;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.Reserve;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import dev.foyer.pin.domain.conferenceid.ConferenceIdSource;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserAnswer.Wanted;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.FollowLicence;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.domain.user.UserRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What takes a user and the register of conference IDs: the user notes that it wants an ID, the register reserves it,
 * the user uses it. A step may fail, and the process may die, between any two of them: what is wanted and not used is
 * given up by the user's timer and given back by {@link ReturnConferenceIds}. Thread-safe.
 */
@ApplicationScoped
public class ConferenceIdAssignment {

    private static final int MOST_ATTEMPTS = 50;

    private final Users users;
    private final ConferenceIds conferenceIds;
    private final ConferenceIdSource candidates;

    @Inject
    public ConferenceIdAssignment(Users users, ConferenceIds conferenceIds, ConferenceIdSource candidates) {
        this.users = users;
        this.conferenceIds = conferenceIds;
        this.candidates = candidates;
    }

    /** @param command with whatever conference ID: it gets a reserved one when it needs one */
    public CompletionStage<Reply<UserRefusal, UserAnswer>> enable(
            UserKey user, EnableConferencing command, CommandMeta meta) {
        return withReservedId(user, command.with(null), command::with, meta);
    }

    /** Enables as the licence wants that has waited since then. */
    public CompletionStage<Reply<UserRefusal, UserAnswer>> follow(UserKey user, Instant since, CommandMeta meta) {
        return withReservedId(user, new FollowLicence(since, null), id -> new FollowLicence(since, id), meta);
    }

    /** Exchanges the personal conference ID of an enabled user for a drawn one (rule C3). */
    public CompletionStage<Reply<UserRefusal, UserAnswer>> resetConferenceId(UserKey user, CommandMeta meta) {
        return withReservedId(user, new ChangeConferenceId(null), ChangeConferenceId::new, meta);
    }

    /** Exchanges it for this one, unless somebody else has it (rule C3). */
    public CompletionStage<Reply<UserRefusal, UserAnswer>> setConferenceId(
            UserKey user, String conferenceId, CommandMeta meta) {
        return users.submit(user, new ChangeConferenceId(null), meta)
                .thenCompose(reply -> needsReservation(reply)
                        ? with(user, conferenceId, new ChangeConferenceId(conferenceId), meta)
                        : done(reply));
    }

    /** Asks without an ID first, so that nothing is reserved for what is refused, or done already. */
    private CompletionStage<Reply<UserRefusal, UserAnswer>> withReservedId(
            UserKey user, UserCommand bare, Function<String, UserCommand> complete, CommandMeta meta) {
        return users.submit(user, bare, meta)
                .thenCompose(reply -> needsReservation(reply) ? attempt(user, complete, meta, 1) : done(reply));
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> attempt(
            UserKey user, Function<String, UserCommand> complete, CommandMeta meta, int number) {
        String candidate = candidates.candidate();
        return with(user, candidate, complete.apply(candidate), meta)
                .thenCompose(reply -> canBeTriedAgain(reply)
                        ? number < MOST_ATTEMPTS ? attempt(user, complete, meta, number + 1) : noneFree()
                        : done(reply));
    }

    /** Wants the ID, reserves it, and then submits the command that uses it; the ID is used in no other way. */
    private CompletionStage<Reply<UserRefusal, UserAnswer>> with(
            UserKey user, String conferenceId, UserCommand use, CommandMeta meta) {
        return users.submit(user, new WantConferenceId(conferenceId), afresh(meta))
                .thenCompose(reply -> reply instanceof Reply.Done<UserRefusal, UserAnswer> noted
                                && noted.answer() instanceof Wanted wanted
                        ? reserve(user, wanted, use, meta)
                        : done(reply));
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> reserve(
            UserKey user, Wanted wanted, UserCommand use, CommandMeta meta) {
        String id = wanted.conferenceId();
        return conferenceIds
                .submit(id, new Reserve(user.toString(), wanted.reserveBefore()), afresh(meta))
                .thenCompose(reply -> switch (reply) {
                    case Reply.Done<ConferenceIdRefusal, ConferenceIdAnswer> _ -> users.submit(user, use, meta);
                    case Reply.Refused<ConferenceIdRefusal, ConferenceIdAnswer>(var reason) ->
                        users.submit(user, new NoteConferenceIdTaken(id, wanted.until()), afresh(meta))
                                .thenApply(noted -> new Reply.Refused<>(refusal(id, reason)));
                });
    }

    private static UserRefusal refusal(String id, ConferenceIdRefusal reason) {
        return switch (reason) {
            case ConferenceIdRefusal.ConferenceIdTaken() -> new UserRefusal.ConferenceIdTaken(id);
            case ConferenceIdRefusal.ReservedTooLate() -> new UserRefusal.ConferenceIdUnsettled(id);
        };
    }

    private static boolean needsReservation(Reply<UserRefusal, UserAnswer> reply) {
        return reply instanceof Reply.Refused<UserRefusal, UserAnswer>(var reason)
                && reason instanceof UserRefusal.ConferenceIdNotReserved;
    }

    /** Taken, on its way back, or given up before it was used: another one will do. */
    private static boolean canBeTriedAgain(Reply<UserRefusal, UserAnswer> reply) {
        return needsReservation(reply)
                || reply instanceof Reply.Refused<UserRefusal, UserAnswer>(var reason)
                        && (reason instanceof UserRefusal.ConferenceIdTaken
                                || reason instanceof UserRefusal.ConferenceIdUnsettled);
    }

    private static CompletionStage<Reply<UserRefusal, UserAnswer>> noneFree() {
        return CompletableFuture.failedStage(
                new Unavailable(Unavailable.Reason.OVERLOADED, "No free conference ID was found; try again."));
    }

    private static CompletionStage<Reply<UserRefusal, UserAnswer>> done(Reply<UserRefusal, UserAnswer> reply) {
        return CompletableFuture.completedStage(reply);
    }

    /**
     * A step that is decided each time it is asked: its answer to an earlier attempt means nothing now. Its id must not
     * look like that of the request, or the request would seem to be done.
     */
    private static CommandMeta afresh(CommandMeta meta) {
        return meta.withCommandId(UUID.randomUUID().toString());
    }
}
