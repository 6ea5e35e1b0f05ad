package dev.foyer.gateway.page;

import dev.foyer.gateway.index.UserEntry;
import java.util.List;

/**
 * The selected user with what may be done.
 *
 * @param ask the list beside it
 * @param offers what this account may do with this user as the user is
 * @param ownPin whether it is the account's own user, who may not reset the own PIN (rule A3)
 * @param mail where the mail with the present PIN stands
 * @param elsewhere where there is more of this user
 * @param fresh the PIN that was just made, or {@code null}
 * @param done what was just done, or {@code null}
 * @param sent the mail that was just asked for, or {@code null}
 * @param refusal why the last action was refused, or {@code null}
 */
record UserPane(
        UserEntry user,
        UserAsk ask,
        List<Offer> offers,
        boolean ownPin,
        MailFate mail,
        Elsewhere elsewhere,
        NewPin fresh,
        Offer done,
        SentMail sent,
        String refusal) {

    UserPane with(NewPin made) {
        return new UserPane(user, ask, offers, ownPin, mail, elsewhere, made, null, null, null);
    }

    UserPane done(Offer offer) {
        return new UserPane(user, ask, offers, ownPin, mail, elsewhere, null, offer, null, null);
    }

    UserPane sent(SentMail mailed) {
        return new UserPane(user, ask, offers, ownPin, mail, elsewhere, null, null, mailed, null);
    }

    UserPane refused(String why) {
        return new UserPane(user, ask, offers, ownPin, mail, elsewhere, null, null, null, why);
    }

    /** What is offered first, as a button of its own. */
    public Offer first() {
        return offers.stream()
                .filter(offer -> offer.makesPin() && !(offer == Offer.RESET && ownPin))
                .findFirst()
                .orElse(null);
    }

    public boolean offersReset() {
        return offers.contains(Offer.RESET);
    }

    /** The others. */
    public List<Offer> more() {
        return offers.stream()
                .filter(offer -> offer != first() && !(offer == Offer.RESET && ownPin))
                .toList();
    }
}
