package dev.foyer.notification.domain.link;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.link.LinkCommand.ForgetLink;
import dev.foyer.notification.domain.link.LinkCommand.MakeLink;
import dev.foyer.notification.domain.link.LinkEvent.LinkForgotten;
import dev.foyer.notification.domain.link.LinkEvent.LinkMade;
import java.time.Instant;

/** A link leads to one mail, and to no other, until it is forgotten. The context of a decision is the time. */
public final class LinkDecider
        implements Decider<Link, LinkCommand, LinkEvent, LinkRefusal, MailAnswer, Instant>, Forgetting<Link> {

    @Override
    public Link initial() {
        return new Link.None();
    }

    @Override
    public Decision<LinkEvent, LinkRefusal, MailAnswer> decide(Link link, LinkCommand command, Instant now) {
        return switch (command) {
            case MakeLink make -> make(link, new Link.ToMail(make.mailbox(), make.mail(), make.expiresAt()), now);
            case ForgetLink() ->
                link.forgottenAt().filter(due -> !now.isBefore(due)).isPresent()
                        ? accept(new LinkForgotten(now))
                        : nothingToDo();
        };
    }

    private static Decision<LinkEvent, LinkRefusal, MailAnswer> make(Link link, Link.ToMail wanted, Instant now) {
        return switch (link) {
            case Link.None() -> accept(new LinkMade(wanted.mailbox(), wanted.mail(), wanted.expiresAt(), now));
            case Link.ToMail made when made.equals(wanted) -> nothingToDo();
            case Link.ToMail _ -> Decision.refuse(new LinkRefusal.LeadsElsewhere());
        };
    }

    @Override
    public Link evolve(Link link, LinkEvent event) {
        return switch (event) {
            case LinkMade made
            when link instanceof Link.None -> new Link.ToMail(made.mailbox(), made.mail(), made.expiresAt());
            case LinkForgotten _ when link instanceof Link.ToMail -> new Link.None();
            case LinkMade _, LinkForgotten _ -> throw new ImpossibleEvent(link, event);
        };
    }

    @Override
    public boolean isOver(Link link) {
        return link instanceof Link.None;
    }

    private static Decision<LinkEvent, LinkRefusal, MailAnswer> accept(LinkEvent event) {
        return Decision.accept(new MailAnswer.Done(), event);
    }

    private static Decision<LinkEvent, LinkRefusal, MailAnswer> nothingToDo() {
        return Decision.accept(new MailAnswer.Done());
    }
}
