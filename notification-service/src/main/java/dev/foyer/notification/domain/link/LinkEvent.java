package dev.foyer.notification.domain.link;

import java.time.Instant;
import java.util.UUID;

/** What happened to a link. That it was opened is an event of its mail. */
public sealed interface LinkEvent {

    /** From now on it leads to this mail; the parameters are those of {@link Link.ToMail}. */
    record LinkMade(String mailbox, UUID mail, Instant expiresAt, Instant at) implements LinkEvent {}

    /** The mail ended a while ago. */
    record LinkForgotten(Instant at) implements LinkEvent {}
}
