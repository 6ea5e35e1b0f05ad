package dev.foyer.notification.journal;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailEvent;
import java.util.Map;

/** The stored names. A name is never reused; a record may only gain fields that may be absent. */
public final class MailboxJournal {

    /** Raised with every change of what is stored ({@code docs/design/formats.md}); 2 is the first that stands in the records. */
    public static final int FORMAT = 9;

    private static final JsonMapper JSON = Json.mapper().build();

    private MailboxJournal() {}

    public static JournalFormat<MailEvent> events() {
        return JsonFormat.of(
                MailEvent.class,
                JSON,
                Map.ofEntries(
                        entry("MailQueued", MailEvent.MailQueued.class),
                        entry("MailHeld", MailEvent.MailHeld.class),
                        entry("MailReleased", MailEvent.MailReleased.class),
                        entry("RestoredMailHeld", MailEvent.RestoredMailHeld.class),
                        entry("MailReaddressed", MailEvent.MailReaddressed.class),
                        entry("UserDepartureNoted", MailEvent.UserDepartureNoted.class),
                        entry("MailAttemptBegun", MailEvent.MailAttemptBegun.class),
                        entry("MailDidNotLeave", MailEvent.MailDidNotLeave.class),
                        entry("MailAttemptFailed", MailEvent.MailAttemptFailed.class),
                        entry("MailRetried", MailEvent.MailRetried.class),
                        entry("DialInChanged", MailEvent.DialInChanged.class),
                        entry("MailSent", MailEvent.MailSent.class),
                        entry("MailFailed", MailEvent.MailFailed.class),
                        entry("MailDiscarded", MailEvent.MailDiscarded.class),
                        entry("MailRevealed", MailEvent.MailRevealed.class),
                        entry("MailOpened", MailEvent.MailOpened.class),
                        entry("MailHandedOver", MailEvent.MailHandedOver.class),
                        entry("MailSuperseded", MailEvent.MailSuperseded.class),
                        entry("SupersededMailLeft", MailEvent.SupersededMailLeft.class),
                        entry("UserDisablingNoted", MailEvent.UserDisablingNoted.class),
                        entry("MailExpired", MailEvent.MailExpired.class)));
    }

    public static JournalFormat<MailAnswer> answers() {
        return JsonFormat.of(MailAnswer.class, JSON, Map.of("Done", MailAnswer.Done.class));
    }
}
