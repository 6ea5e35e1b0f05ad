package dev.foyer.pin.inbound;

import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserRefusal;
import java.util.concurrent.CompletionStage;

/** What one type of directory record means to us. */
interface Reaction {

    /** CloudEvents type with version. */
    String type();

    /** @throws dev.foyer.eventsourcing.inbound.Unacceptable when it may not be acted upon */
    CompletionStage<Reply<UserRefusal, UserAnswer>> react(DirectoryRecord said);
}
