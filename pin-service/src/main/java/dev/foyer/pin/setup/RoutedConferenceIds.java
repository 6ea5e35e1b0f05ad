package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.ConferenceIds;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Conference IDs at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedConferenceIds implements ConferenceIds {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedConferenceIds(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<ConferenceIdRefusal, ConferenceIdAnswer>> submit(
            String conferenceId, ConferenceIdCommand command, CommandMeta meta) {
        return commands.submit(aggregates.conferenceIds(), conferenceId, command, meta);
    }
}
