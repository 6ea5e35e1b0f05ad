package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** The users of this service, whichever instance owns them. */
@ApplicationScoped
public class RoutedUsers implements Users {

    @Inject
    Commands commands;

    @Inject
    PinAggregates aggregates;

    @Inject
    ConferenceIdAssignment enabling;

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserKey user, UserCommand command, CommandMeta meta) {
        return commands.submit(aggregates.users(), user.toString(), command, meta);
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> enable(
            UserKey user, EnableConferencing wish, CommandMeta meta) {
        return enabling.enable(user, wish, meta);
    }
}
