package dev.foyer.notification.mail;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Links;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.LinkState;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand.OpenMail;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.link.Link;
import dev.foyer.notification.inbound.MailSettings;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.mail.Revealer.ShownPin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one look at a PIN by whoever has the link of its mail (D7). As with {@link Revealer}, that it was opened is durable before
 * anybody sees it. Which tenant and user it is about says the link's own entity, never the caller. Thread-safe; blocks its
 * caller.
 */
@Singleton
public final class LinkOpener {

    private final Links links;
    private final Mailboxes mailboxes;
    private final MailPins pins;
    private final TenantSettingsTable settings;
    private final MailWriter writer;
    private final Clock clock = Clock.systemUTC();

    /**
     * What a visitor may know before the PIN is shown, and after.
     *
     * @param state {@code READY} or {@code USED}
     * @param language BCP 47, of the mail
     * @param organization for whom the mail was sent; {@code null}: it has no name, or the link was used
     * @param openedAt when it was used; {@code null}: it was not
     */
    public record Seen(String state, String language, String organization, Instant openedAt) {}

    @Inject
    LinkOpener(Links links, Mailboxes mailboxes, MailPins pins, TenantSettingsTable settings, MailWriter writer) {
        this.links = links;
        this.mailboxes = mailboxes;
        this.pins = pins;
        this.settings = settings;
        this.writer = writer;
    }

    /** Where a link leads, and what is to be had there now. */
    private record Found(Link.ToMail link, LinkState state, Recipient recipient) {}

    /**
     * Changes nothing.
     *
     * @return empty for a link that shows nothing, whether there ever was one or not
     * @throws dev.foyer.base.Unavailable when nobody can say now
     */
    public Optional<Seen> look(String hash) {
        return find(hash).flatMap(found -> {
            MailSettings tenant = settings.of(found.recipient().tenant());
            String language =
                    writer.language(found.recipient().language(), tenant).toLanguageTag();
            return switch (found.state()) {
                case LinkState.Ready _ ->
                    Optional.of(new Seen("READY", language, tenant.about().organization(), null));
                case LinkState.Used(Instant at) -> Optional.of(new Seen("USED", language, null, at));
                case LinkState.Dead() -> Optional.empty();
            };
        });
    }

    /**
     * Shows the PIN, or says why not. A repeated command is refused like a second one: its first answer is not kept.
     *
     * @throws Revealer.PinIsLost when there is nothing to show any more
     * @throws dev.foyer.base.Unavailable when that cannot be answered now; the link may still be good then
     */
    public Reply<MailRefusal, ShownPin> open(String hash, CommandMeta meta) {
        Optional<Found> found = find(hash);
        return switch (found.map(Found::state).orElseGet(LinkState.Dead::new)) {
            case LinkState.Dead() -> new Reply.Refused<>(new MailRefusal.LinkIsDead());
            case LinkState.Used _ -> new Reply.Refused<>(new MailRefusal.LinkWasUsed());
            case LinkState.Ready ready -> open(found.orElseThrow().link(), pins.open(ready.mail()), meta);
        };
    }

    private Reply<MailRefusal, ShownPin> open(Link.ToMail link, Pin pin, CommandMeta meta) {
        return switch (Answered.of(mailboxes.submit(link.mailbox(), new OpenMail(link.mail()), meta))) {
            case Reply.Refused<MailRefusal, MailAnswer>(MailRefusal reason) -> new Reply.Refused<>(reason);
            case Reply.Done<MailRefusal, MailAnswer>(MailAnswer _, List<Position> positions, boolean repeated) ->
                repeated
                        ? new Reply.Refused<>(new MailRefusal.LinkWasUsed())
                        : new Reply.Done<>(new ShownPin(pin.digits()), positions, false);
        };
    }

    private Optional<Found> find(String hash) {
        return switch (Answered.of(links.read(hash))) {
            case Link.None() -> Optional.empty();
            case Link.ToMail link -> {
                var mailbox = Answered.of(mailboxes.read(link.mailbox()));
                yield mailbox.find(link.mail())
                        .map(mail -> new Found(
                                link,
                                LinkState.of(mailbox, link.mail(), clock.instant()),
                                mail.letter().recipient()));
            }
        };
    }
}
