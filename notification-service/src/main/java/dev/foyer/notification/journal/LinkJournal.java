package dev.foyer.notification.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.notification.domain.link.LinkEvent;
import java.util.Map;

/** The stored names of links' events, by the rules of {@link MailboxJournal}. */
public final class LinkJournal {

    private static final JsonMapper JSON = Json.mapper().build();

    private LinkJournal() {}

    public static JournalFormat<LinkEvent> events() {
        return JsonFormat.of(
                LinkEvent.class,
                JSON,
                Map.of("LinkMade", LinkEvent.LinkMade.class, "LinkForgotten", LinkEvent.LinkForgotten.class));
    }
}
