package dev.foyer.notification.domain.link;

import java.time.Instant;
import java.util.UUID;

/** What can be asked of a link. */
public sealed interface LinkCommand {

    /** A mail is about to carry it; the parameters are those of {@link Link.ToMail}. */
    record MakeLink(String mailbox, UUID mail, Instant expiresAt) implements LinkCommand {}

    /** The command of {@link LinkTimers}. */
    record ForgetLink() implements LinkCommand {}
}
