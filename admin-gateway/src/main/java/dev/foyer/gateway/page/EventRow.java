package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.api.HistoryAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event in words.
 *
 * @param title what happened
 * @param who did it
 * @param user of whom it tells, as they are called now; {@code null}: of nobody
 * @param changes what became different
 */
record EventRow(HistoryAnswer event, String title, String who, String user, List<Changed> changes) {

    /** @param from {@code null}: it was not there; @param to {@code null}: it is no more */
    record Changed(String name, Value from, Value to) {}

    /** @param time what the text says, when it is one; else {@code null} */
    record Value(String text, Instant time) {

        private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

        static Value of(String text) {
            return new Value(text, TIME.matcher(text).matches() ? time(text) : null);
        }

        /** Somebody may be called like the 45th of a month, which is no reason to show nothing at all. */
        private static Instant time(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException _) {
                return null;
            }
        }
    }

    static EventRow of(HistoryAnswer event, String user, String language) {
        Glossary events = Glossary.of("events", language);
        Glossary fields = Glossary.of("fields", language);
        List<Changed> changes = new ArrayList<>();
        event.changes()
                .forEach(change -> changes.add(new Changed(
                        fields.find(change.name())
                                .orElseGet(
                                        () -> Glossary.of("settings", language).word(change.name())),
                        value(change.from(), fields),
                        value(change.to(), fields))));
        String who =
                event.actorName() != null ? event.actorName() : fields.word("actor." + event.actor(), event.actor());
        return new EventRow(event, title(event.type(), events), who, user, changes);
    }

    /** @param type without service and version, of which no two services have the same */
    static String title(String type, Glossary events) {
        return Stream.of("pin.", "notification.", "meeting.")
                .map(service -> events.find(service + type))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> events.word(type));
    }

    /** Which sort it is, for the mark beside it. */
    public String sort() {
        String type = event.type();
        if (type.startsWith("Notification") || type.startsWith("ConferenceInformation")) {
            return "mail";
        }
        if (type.contains("Lock")
                || type.contains("Rejected")
                || type.contains("Suspected")
                || type.contains("Failed")) {
            return "guard";
        }
        if (type.startsWith("Pin")) {
            return "pin";
        }
        if (type.matches("(Meeting|Caller|Participant|Organizer|Time|Verification|StartWithout).*")) {
            return "meeting";
        }
        return type.startsWith("User") ? "user" : "other";
    }

    private static Value value(JsonNode is, Glossary words) {
        if (is == null || is.isNull() || is.isMissingNode()) {
            return null;
        }
        if (is.isBoolean()) {
            return Value.of(words.word(is.asBoolean() ? "true" : "false"));
        }
        if (is.isTextual()) {
            return Value.of(words.word("value." + is.textValue(), is.textValue()));
        }
        if (is.isArray()) {
            List<String> all = new ArrayList<>();
            is.forEach(one -> all.add(
                    one.isValueNode() ? one.asText() : one.path("number").asText(one.toString())));
            return Value.of(all.isEmpty() ? "–" : String.join(", ", all));
        }
        return Value.of(is.isValueNode() ? is.asText() : is.toString());
    }

    /** For the style sheet, and to jump to. */
    public String anchor() {
        return "e-" + event.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }
}
