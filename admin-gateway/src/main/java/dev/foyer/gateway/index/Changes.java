package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foyer.gateway.index.UserEntry.Conferencing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What an event changed, old and new (rule F): by the entry before and after it, or as the event says itself. Pure. */
final class Changes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of a user's, in the order in which people are told; when a PIN was set stands for the PIN, which nobody is told. */
    private static final Map<String, Function<UserEntry, Object>> OF_USER = new LinkedHashMap<>();

    private static final Map<String, Function<NotificationEntry, Object>> OF_MAIL = new LinkedHashMap<>();
    private static final Map<String, Function<MeetingEntry, Object>> OF_MEETING = new LinkedHashMap<>();

    static {
        OF_USER.put("userPrincipalName", UserEntry::userPrincipalName);
        OF_USER.put("displayName", UserEntry::displayName);
        OF_USER.put("primarySmtpAddress", UserEntry::primarySmtpAddress);
        OF_USER.put("preferredLanguage", UserEntry::preferredLanguage);
        OF_USER.put("phoneNumbers", UserEntry::phoneNumbers);
        OF_USER.put("externalId", user -> user.scim().externalId());
        // Said only where it is not as whoever does not speak SCIM means it.
        OF_USER.put("active", user -> user.scim().active() ? null : false);
        OF_USER.put("enabled", UserEntry::enabled);
        conferencing("conferenceId", Conferencing::conferenceId);
        conferencing("serviceNumber", Conferencing::serviceNumber);
        conferencing("tollFreeServiceNumber", Conferencing::tollFreeServiceNumber);
        conferencing("allowPstnOnlyMeetings", Conferencing::allowPstnOnlyMeetings);
        conferencing("pinSetAt", Conferencing::pinSetAt);
        conferencing("locked", is -> is.lock() != null);
        conferencing("lockedUntil", is -> is.lock() == null ? null : is.lock().until());
        conferencing("failedAttempts", Conferencing::failedAttempts);
        OF_MAIL.put("status", NotificationEntry::status);
        OF_MAIL.put("to", NotificationEntry::to);
        OF_MAIL.put("attempts", NotificationEntry::attempts);
        OF_MEETING.put("phase", meeting -> meeting.phase().name());
        OF_MEETING.put("startWithoutPin", MeetingEntry::startWithoutPin);
    }

    private Changes() {}

    private static void conferencing(String name, Function<Conferencing, Object> part) {
        OF_USER.put(name, user -> user.conferencing() == null ? null : part.apply(user.conferencing()));
    }

    /** @param before {@code null}: there was none; @param after {@code null}: there is none any more */
    static List<Change> between(Entry before, Entry after) {
        return switch (before == null ? after : before) {
            case UserEntry _ -> between((UserEntry) before, (UserEntry) after, OF_USER);
            case NotificationEntry _ -> between((NotificationEntry) before, (NotificationEntry) after, OF_MAIL);
            case MeetingEntry _ -> between((MeetingEntry) before, (MeetingEntry) after, OF_MEETING);
            case null -> List.of();
            default -> List.of();
        };
    }

    private static <E> List<Change> between(E before, E after, Map<String, Function<E, Object>> parts) {
        List<Change> changes = new ArrayList<>();
        parts.forEach((name, part) -> {
            Object from = before == null ? null : part.apply(before);
            Object to = after == null ? null : part.apply(after);
            if (!Objects.equals(from, to)) {
                changes.add(new Change(name, json(from), json(to)));
            }
        });
        return List.copyOf(changes);
    }

    /** Of events that say themselves what they changed: the settings of a tenant. */
    static List<Change> said(PublicEvent event) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode one : event.data().path("changes")) {
            if (one.path("name").isTextual()) {
                changes.add(new Change(one.get("name").textValue(), one.get("from"), one.get("to")));
            }
        }
        return List.copyOf(changes);
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> JSON.textNode(text);
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Instant time -> JSON.textNode(time.toString());
            case List<?> list -> {
                ArrayNode all = JSON.arrayNode();
                list.forEach(one -> all.add(json(one)));
                yield all;
            }
            default -> throw new IllegalStateException("Nothing of an entry is a " + value.getClass());
        };
    }
}
