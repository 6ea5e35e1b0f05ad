package dev.foyer.notification.domain.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.link.LinkCommand.ForgetLink;
import dev.foyer.notification.domain.link.LinkCommand.MakeLink;
import dev.foyer.notification.domain.link.LinkEvent.LinkForgotten;
import dev.foyer.notification.domain.link.LinkEvent.LinkMade;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a link leads, and for how long. */
@Tag("D7")
class LinkDeciderTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final Instant EXPIRY = Instant.parse("2026-12-04T10:15:30Z");
    private static final UUID MAIL = new UUID(0, 1);
    private static final MakeLink MAKE = new MakeLink("contoso.com/u-17", MAIL, EXPIRY);
    private static final LinkEvent MADE = new LinkMade("contoso.com/u-17", MAIL, EXPIRY, NOW);

    @Test
    void itLeadsToItsMailAndToNoOther() {
        given().when(MAKE, NOW).thenEvents(MADE);
        given(MADE).when(MAKE, NOW).thenEvents();
        given(MADE)
                .when(new MakeLink("contoso.com/u-18", MAIL, EXPIRY), NOW)
                .thenRefused(new LinkRefusal.LeadsElsewhere());
    }

    @Test
    void itIsForgottenADayAfterItsMail() {
        Instant due = EXPIRY.plus(Link.KEPT);
        Link link = given(MADE).state();
        assertEquals(Optional.of(due), new LinkTimers().due(link));
        given(MADE).when(new ForgetLink(), due.minusNanos(1)).thenEvents();
        given(MADE).when(new ForgetLink(), due).thenEvents(new LinkForgotten(due));
        given().when(new ForgetLink(), due).thenEvents();
        LinkDecider decider = new LinkDecider();
        assertFalse(decider.isOver(link));
        assertTrue(decider.isOver(given(MADE, new LinkForgotten(due)).state()));
        assertEquals(Optional.empty(), new LinkTimers().due(decider.initial()));
    }

    @Test
    void anEventThatCannotFollowIsABrokenJournal() {
        assertThrows(ImpossibleEvent.class, () -> given(MADE, MADE));
        assertThrows(ImpossibleEvent.class, () -> given(new LinkForgotten(NOW)));
    }

    private static DeciderTester<Link, LinkCommand, LinkEvent, LinkRefusal, MailAnswer, Instant> given(
            LinkEvent... history) {
        return DeciderTester.given(new LinkDecider(), List.of(history));
    }
}
