package dev.foyer.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.Pause;
import dev.foyer.local.sink.ReceivedMails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that came since one last looked; a Foyer that runs for long has many older ones. */
final class Postbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);
    private static final Pattern PIN = Pattern.compile("\\bPIN\\b[^\\d*]{0,60}?(?<![\\d-])(\\d{4,12})\\b");

    private final ReceivedMails mails;
    private int lastSeen;

    Postbox(ReceivedMails mails) {
        this.mails = mails;
    }

    /** From now on only later mails count. */
    void lookAway() {
        lastSeen = mails.all().stream()
                .mapToInt(mail -> mail.path("id").asInt())
                .max()
                .orElse(0);
    }

    /** The next mail to that address with a PIN; what a user is told besides may come between. */
    JsonNode next(String address) {
        Optional<JsonNode> mail = Pause.until(
                PATIENCE,
                () -> unseen(address).stream()
                        .filter(each -> PIN.matcher(each.path("text").asText()).find())
                        .findFirst());
        Expect.that(mail.isPresent(), "No mail to " + address + " within " + PATIENCE.toSeconds() + " s");
        lastSeen = mail.orElseThrow().path("id").asInt();
        return mail.get();
    }

    /** Waits for what must not come. */
    void nothing(String address) {
        boolean came = Pause.untilTrue(LONG_ENOUGH, () -> !unseen(address).isEmpty());
        Expect.that(!came, "A mail went to " + address + " although none should");
    }

    /** The PIN as a reader of the mail would find it. */
    static String pinIn(JsonNode mail) {
        Matcher found = PIN.matcher(mail.path("text").asText());
        Expect.that(found.find(), "The mail's text names no PIN");
        return found.group(1);
    }

    private List<JsonNode> unseen(String address) {
        return mails.to(address).stream()
                .filter(mail -> mail.path("id").asInt() > lastSeen)
                .toList();
    }
}
