package dev.foyer.pin.inbound;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.UserNaming;
import jakarta.validation.Validator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembers what was asked of whom; answers what it is told to. */
final class Asked implements Users {

    record Question(UserKey user, UserCommand command, CommandMeta meta) {}

    final List<Question> questions = new ArrayList<>();
    /** Before {@link #answer}, one each. */
    final Deque<Reply<UserRefusal, UserAnswer>> answers = new ArrayDeque<>();

    Reply<UserRefusal, UserAnswer> answer = new Reply.Done<>(new UserAnswer.Done(), List.of(), true);

    Question only() {
        if (questions.size() != 1) {
            throw new AssertionError(questions);
        }
        return questions.getFirst();
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserKey user, UserCommand command, CommandMeta meta) {
        questions.add(new Question(user, command, meta));
        return CompletableFuture.completedStage(answers.isEmpty() ? answer : answers.poll());
    }

    /** The directory before these users; no conference ID and no name is reserved, for nobody refuses for want of one. */
    DirectoryReactions directory(Validator validator) {
        return new DirectoryReactions(
                this,
                new UserNaming(this, (tenant, name, command, meta) -> never()),
                new ConferenceIdAssignment(this, (id, command, meta) -> never(), () -> never()),
                validator);
    }

    private static <T> T never() {
        throw new AssertionError("Nothing is to be reserved");
    }
}
