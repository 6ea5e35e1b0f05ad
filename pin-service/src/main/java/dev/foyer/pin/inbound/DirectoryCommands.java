package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.service.eventsourced.InboundData;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** What all reactions to a directory share: whose record it is, and what becomes of the answer. Thread-safe. */
final class DirectoryCommands {

    /** Makes a record's command and submits it. */
    interface Step extends Function<DirectoryRecord, CompletionStage<Reply<UserRefusal, UserAnswer>>> {}

    private final InboundData reader;
    private final RecentNoOps noOps = new RecentNoOps();

    DirectoryCommands(InboundData reader) {
        this.reader = reader;
    }

    /** For what gives a user something, or changes it: the user must be there. */
    CompletionStage<?> give(InboundEvent event, Step step) {
        return submit(DirectoryRecord.of(event, reader).ofUserWhoMayCome(), step, RefusalHandling::check);
    }

    /** For what takes something away: a user who is not there has lost it already. */
    CompletionStage<?> takeAway(InboundEvent event, Step step) {
        return submit(DirectoryRecord.of(event, reader), step, RefusalHandling::checkTakingAway);
    }

    private CompletionStage<?> submit(DirectoryRecord record, Step step, Consumer<UserRefusal> check) {
        String request = record.user() + " " + record.requestId();
        if (noOps.contains(request)) {
            return CompletableFuture.completedStage(null);
        }
        return step.apply(record).thenAccept(reply -> {
            if (changedNothing(reply, check)) {
                noOps.add(request);
            }
        });
    }

    private static boolean changedNothing(Reply<UserRefusal, UserAnswer> reply, Consumer<UserRefusal> check) {
        return switch (reply) {
            case Reply.Refused<UserRefusal, UserAnswer>(UserRefusal reason) -> {
                check.accept(reason);
                yield true;
            }
            case Reply.Done<UserRefusal, UserAnswer>(UserAnswer answer, var positions, boolean repeated) ->
                positions.isEmpty() && !repeated;
        };
    }
}
