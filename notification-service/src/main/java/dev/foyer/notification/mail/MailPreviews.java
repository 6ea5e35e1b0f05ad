package dev.foyer.notification.mail;

import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.PinLock;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.WaitingCallers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Mails as they would go out now, to somebody who does not exist: by the writer of the real ones, so that nobody is shown
 * what is not sent. There is no PIN in them. Thread-safe.
 */
@Singleton
public final class MailPreviews {

    private static final String SOMEBODY = "Amos Marble";
    private static final Duration LOCKED_FOR = Duration.ofHours(1);
    private static final Duration WAITING_FOR = Duration.ofMinutes(5);

    private final MailWriter writer;
    private final MailLinks links;
    private final Duration holdTime;
    private final InstantSource clock = InstantSource.system();

    @Inject
    MailPreviews(MailWriter writer, MailLinks links, @ConfigProperty(name = "foyer.hold-time") Duration holdTime) {
        this.writer = writer;
        this.links = links;
        this.holdTime = holdTime;
    }

    /** @param language BCP 47, or {@code null} for the tenant's */
    public record Wanted(String tenant, Kind kind, DialIn dialIn, String language) {}

    /**
     * @param from as the mail's header says it
     * @param replyTo {@code null}: nobody reads answers
     * @param language that it turned out to be in
     */
    public record Preview(String from, String replyTo, Locale language, String subject, String text, String html) {}

    public Preview of(Wanted wanted) {
        Instant now = clock.instant();
        Kind kind = wanted.kind();
        Letter letter = new Letter(
                UUID.randomUUID(),
                kind,
                new Recipient(wanted.tenant(), "preview", SOMEBODY, null, wanted.language()),
                wanted.dialIn(),
                null,
                now,
                null,
                null,
                null,
                kind == Kind.PIN_LOCKED ? new PinLock(now, now.plus(LOCKED_FOR)) : null,
                kind == Kind.SOMEBODY_WAITS ? new WaitingCallers(now.minus(WAITING_FOR), 2) : null);
        MailWriter.Text text = writer.text(letter, secret(wanted), now.plus(holdTime));
        return new Preview(
                text.sender().from(), text.replyTo(), text.locale(), text.subject(), text.plain(), text.page());
    }

    private PinPart secret(Wanted wanted) {
        if (!wanted.kind().hasPin()) {
            return PinPart.NONE;
        }
        return writer.wantsLinks(wanted.tenant()) ? PinPart.behind(links.hidden()) : PinPart.clear(Pin.HIDDEN);
    }
}
