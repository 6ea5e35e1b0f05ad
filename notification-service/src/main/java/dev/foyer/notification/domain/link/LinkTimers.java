package dev.foyer.notification.domain.link;

import dev.foyer.eventsourcing.Timers;
import java.time.Instant;
import java.util.Optional;

/** A link is forgotten after its mail. */
public final class LinkTimers implements Timers<Link, LinkCommand> {

    @Override
    public Optional<Instant> due(Link link) {
        return link.forgottenAt();
    }

    @Override
    public LinkCommand command(Link link) {
        return new LinkCommand.ForgetLink();
    }
}
