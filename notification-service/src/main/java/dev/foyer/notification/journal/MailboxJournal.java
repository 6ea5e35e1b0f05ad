package dev.foyer.notification.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.Json;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.notification.domain.Answer;
import dev.foyer.notification.domain.MailEvent;
import java.util.Map;

/** The stored names. A name is never reused; a record may only gain fields that may be absent. */
public final class MailboxJournal {

    private static final JsonMapper JSON = Json.mapper().build();

    private MailboxJournal() {}

    public static JournalFormat<MailEvent> events() {
        return JsonFormat.of(
                MailEvent.class,
                JSON,
                Map.of(
                        "MailQueued", MailEvent.MailQueued.class,
                        "MailHeld", MailEvent.MailHeld.class,
                        "MailReleased", MailEvent.MailReleased.class,
                        "MailAttemptFailed", MailEvent.MailAttemptFailed.class,
                        "MailSent", MailEvent.MailSent.class,
                        "MailFailed", MailEvent.MailFailed.class,
                        "MailDiscarded", MailEvent.MailDiscarded.class,
                        "MailSuperseded", MailEvent.MailSuperseded.class,
                        "SupersededMailLeft", MailEvent.SupersededMailLeft.class,
                        "UserDisablingNoted", MailEvent.UserDisablingNoted.class));
    }

    public static JournalFormat<Answer> answers() {
        return JsonFormat.of(Answer.class, JSON, Map.of("Done", Answer.Done.class));
    }
}
