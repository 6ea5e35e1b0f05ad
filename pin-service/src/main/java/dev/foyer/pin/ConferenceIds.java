package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.conferenceid.ConferenceIdAnswer;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdRefusal;
import java.util.concurrent.CompletionStage;

/**
 * The register of conference IDs: who has which. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when
 * there is no answer now.
 */
public interface ConferenceIds {

    /** @param conferenceId 7 digits, the key of its own aggregate */
    CompletionStage<Reply<ConferenceIdRefusal, ConferenceIdAnswer>> submit(
            String conferenceId, ConferenceIdCommand command, CommandMeta meta);
}
