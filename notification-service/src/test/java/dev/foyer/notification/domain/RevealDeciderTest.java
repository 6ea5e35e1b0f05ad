package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.at;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.held;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.released;
import static dev.foyer.notification.domain.Letters.revealed;
import static dev.foyer.notification.domain.Letters.seen;
import static dev.foyer.notification.domain.Letters.superseded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailEvent.MailDiscarded;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailSent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A PIN is seen once at most: by whoever made it, or by whoever reveals the held mail. */
@Tag("A4")
class RevealDeciderTest {

    private static final MailEvent SHOWN =
            new MailHeld(seen(letter(1)), HoldReason.AUTOMATIC_MAIL_OFF, expiry(1), NOON);

    @Test
    void aPinThatNobodySawIsRevealedAndItsMailGoesOnWaiting() {
        Mailbox after = given(held(1)).when(new RevealMail(id(1)), noon()).stateAfter();
        assertEquals(NOON, after.find(id(1)).orElseThrow().revealedAt());
        given(held(1), revealed(1))
                .when(new ReleaseMail(id(1), ADDRESS), noon())
                .thenEvents(released(1));
    }

    @Test
    void aPinThatWasSeenWhenItWasMadeIsNotRevealed() {
        given(SHOWN).when(new RevealMail(id(1)), noon()).thenRefused(new MailRefusal.PinWasShown());
    }

    /** Whatever became of the mail since. */
    @ParameterizedTest
    @MethodSource("afterwards")
    void aSecondTimeIsRefusedForEver(List<MailEvent> history) {
        given(history.toArray(MailEvent[]::new))
                .when(new RevealMail(id(1)), noon())
                .thenRefused(new MailRefusal.AlreadyRevealed());
    }

    static Stream<List<MailEvent>> afterwards() {
        return Stream.of(
                List.of(held(1), revealed(1)),
                List.of(held(1), revealed(1), released(1)),
                List.of(held(1), revealed(1), released(1), new MailSent(id(1), NOON)),
                List.of(held(1), revealed(1), new MailDiscarded(id(1), NOON)),
                List.of(held(1), revealed(1), superseded(1, SupersedeReason.NEWER_PIN)));
    }

    @Test
    void onlyAHeldMailHasAPinToReveal() {
        given(queued(1)).when(new RevealMail(id(1)), noon()).thenRefused(new MailRefusal.MailIsOnItsWay(ADDRESS));
        given(held(1), released(1))
                .when(new RevealMail(id(1)), noon())
                .thenRefused(new MailRefusal.MailIsOnItsWay(ADDRESS));
    }

    @Test
    @Tag("D5")
    void afterTheHoldTimeItIsNotRevealed() {
        given(held(1)).when(new RevealMail(id(1)), at(expiry(1))).thenRefused(new MailRefusal.HoldTimeIsOver());
    }

    @Test
    void aJournalThatShowsAPinTwiceIsBroken() {
        assertThrows(ImpossibleEvent.class, () -> given(held(1), revealed(1), revealed(1)));
        assertThrows(ImpossibleEvent.class, () -> given(SHOWN, revealed(1)));
        assertThrows(ImpossibleEvent.class, () -> given(queued(1), revealed(1)));
    }
}
