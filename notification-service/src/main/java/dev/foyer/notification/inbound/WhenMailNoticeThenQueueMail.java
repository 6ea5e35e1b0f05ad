package dev.foyer.notification.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.notification.Mailboxes;
import dev.foyer.service.keys.TrustedSigners;
import java.util.concurrent.CompletionStage;

/** News without a PIN (M2, M4, M5, L1, A1): their mail is sent, held, or not made (D1, D2). Signed as the PINs beside them are. */
public final class WhenMailNoticeThenQueueMail implements Reaction {

    private final String type;
    private final Mailboxes mailboxes;
    private final TrustedSigners signers;

    private WhenMailNoticeThenQueueMail(String type, Mailboxes mailboxes, TrustedSigners signers) {
        this.type = type;
        this.mailboxes = mailboxes;
        this.signers = signers;
    }

    /** @param signers whose news are mailed */
    public static Reaction ofNews(Mailboxes mailboxes, TrustedSigners signers) {
        return new WhenMailNoticeThenQueueMail(MailNotice.TYPE, mailboxes, signers);
    }

    /** As {@link #ofNews}. */
    public static Reaction ofLocks(Mailboxes mailboxes, TrustedSigners signers) {
        return new WhenMailNoticeThenQueueMail(MailNotice.OF_LOCK, mailboxes, signers);
    }

    /** As {@link #ofNews}. */
    public static Reaction ofWaits(Mailboxes mailboxes, TrustedSigners signers) {
        return new WhenMailNoticeThenQueueMail(MailNotice.OF_WAIT, mailboxes, signers);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        SignedDeliveries.check(event, signers);
        MailNotice notice = MailNotice.of(event);
        SignedDeliveries.checkKey(event, notice.mailbox());
        var meta = event.meta("notification-service");
        var command = notice.command(meta.correlationId());
        if (command.letter().kind().hasPin()) {
            throw new Unacceptable("A mail with a PIN comes as a delivery, with the PIN; nothing is mailed.");
        }
        return mailboxes.submit(notice.mailbox(), command, meta);
    }
}
