package dev.foyer.pin.inbound;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembers what was asked of whom and by which of the three ways; answers what it is told to. */
final class Asked implements Users {

    record Question(String way, UserKey user, UserCommand command, CommandMeta meta) {}

    final List<Question> questions = new ArrayList<>();
    Reply<UserRefusal, UserAnswer> answer = new Reply.Done<>(new UserAnswer.Done(), List.of(), true);

    Question only() {
        if (questions.size() != 1) {
            throw new AssertionError(questions);
        }
        return questions.getFirst();
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserKey user, UserCommand command, CommandMeta meta) {
        return ask("submit", user, command, meta);
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> enable(
            UserKey user, EnableConferencing wish, CommandMeta meta) {
        return ask("enable", user, wish, meta);
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> ask(
            String way, UserKey user, UserCommand command, CommandMeta meta) {
        questions.add(new Question(way, user, command, meta));
        return CompletableFuture.completedStage(answer);
    }
}
