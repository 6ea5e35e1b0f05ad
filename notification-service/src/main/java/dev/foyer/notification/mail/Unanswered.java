package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Copies;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.Reasons;

/**
 * How often a mail may have been delivered without our knowing: the server had all of it and never said what it did with it, or whoever
 * sent it was killed before that was recorded. Each time a copy may have left, so there is a bound; the count stands in the problem that
 * the journal keeps, through other problems and restarts.
 */
final class Unanswered {

    /** So many copies a user may get before an administrator has to ask for another one. */
    static final int MOST = 3;

    private Unanswered() {}

    /**
     * @param before how many attempts before it may have delivered the mail
     * @param attempt that came after them
     */
    static Attempt counted(int before, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Accepted accepted -> accepted;
            case Attempt.Failed(String reason, boolean tried) -> new Attempt.Failed(Copies.said(reason, before), tried);
            case Attempt.Deferred(String problem, boolean ofServer) -> {
                boolean unanswered =
                        problem.startsWith(Reasons.MAIL_SERVER_GAVE_NO_ANSWER) || problem.equals(Reasons.INTERRUPTED);
                int copies = before + (unanswered ? 1 : 0);
                String said = Copies.said(problem, copies);
                yield unanswered && copies >= MOST
                        ? new Attempt.Failed(said, true)
                        : new Attempt.Deferred(said, ofServer);
            }
        };
    }

    /** What is to be said of an attempt that began in another life: nobody knows what became of it. */
    static Attempt interrupted(Mail.Outgoing underWay) {
        return counted(before(underWay), new Attempt.Deferred(Reasons.INTERRUPTED, false));
    }

    /** What is to be said of an attempt that has begun and was not made: no server was asked, so it adds nothing to what is not known. */
    static Attempt notAttempted(Mail.Outgoing begun) {
        return counted(before(begun), new Attempt.Deferred(Reasons.NOT_ATTEMPTED));
    }

    /** How many attempts before the one that is under way may have delivered the mail. */
    static int before(Mail.Outgoing mail) {
        return mail.doubt().copies() - (mail.underWay() ? 1 : 0);
    }
}
