package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the events of {@code pin.events} make of a user. Pure; an event seen twice makes the same again. */
final class UserFold {

    private UserFold() {}

    /** @return the user afterwards, or {@code null} when there is none any more */
    static UserEntry apply(UserEntry before, PinEventType type, PublicEvent event) {
        if (before == null && !type.introduces()) {
            return null;
        }
        UserEntry user = before == null ? UserEntry.unknown(event.tenant(), event.text("userId")) : before;
        if (event.sequence() < user.version()) {
            return before;
        }
        UserEntry after = switch (type) {
            case USER_PROVISIONED -> provisioned(user, event);
            case USER_REMOVED -> null;
            case USER_ENABLED -> user.with(enabled(event));
            case USER_DISABLED -> user.with(null);
            case PIN_RESET ->
                changed(
                        user,
                        c -> c.withPin(
                                event.neededTime("pinSetAt"), event.text("pinSetBy"), event.text("notificationId")));
            case PIN_REJECTED -> changed(user, c -> c.withLock(c.lock(), event.number("failedAttempts")));
            case PIN_LOCKED ->
                changed(
                        user,
                        c -> c.withLock(
                                new UserEntry.Lock(event.neededTime("since"), event.time("until")),
                                c.failedAttempts()));
            case PIN_UNLOCKED ->
                // After an expired lock the failures in a row stand, as they do in pin-service.
                changed(user, c -> c.withLock(null, "EXPIRED".equals(event.text("reason")) ? c.failedAttempts() : 0));
            case ORGANIZER_VERIFIED -> changed(user, c -> c.withLock(null, 0));
            case CONFERENCE_ID_CHANGED -> changed(user, c -> c.withConferenceId(event.text("to")));
            case DEFAULT_NUMBER_CHANGED -> changed(user, c -> numberChanged(c, event));
            case CONFERENCE_INFORMATION_REQUESTED -> user;
            case PSTN_ONLY_MEETINGS_CHANGED -> changed(user, c -> c.withPstnOnlyMeetings(event.flag("allowed")));
        };
        return after == null
                ? null
                : after.atVersion(event.sequence(), event.envelope().time());
    }

    private static UserEntry provisioned(UserEntry user, PublicEvent event) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode number : event.data().path("phoneNumbers")) {
            numbers.add(number.asText());
        }
        return new UserEntry(
                user.tenant(),
                user.userId(),
                user.version(),
                event.text("userPrincipalName"),
                event.text("displayName"),
                event.text("primarySmtpAddress"),
                event.text("preferredLanguage"),
                numbers,
                user.conferencing(),
                scim(user.scim(), event));
    }

    private static ScimDetails scim(ScimDetails before, PublicEvent event) {
        Map<String, String> types = new HashMap<>();
        event.data()
                .path("phoneTypes")
                .properties()
                .forEach(type -> types.put(type.getKey(), type.getValue().asText()));
        return new ScimDetails(
                event.text("externalId"),
                event.data().path("active").asBoolean(true),
                types,
                before.createdAt() == null ? event.envelope().time() : before.createdAt(),
                before.changedAt());
    }

    private static UserEntry.Conferencing enabled(PublicEvent event) {
        return new UserEntry.Conferencing(
                event.needed("conferenceId"),
                event.text("serviceNumber"),
                event.text("tollFreeServiceNumber"),
                event.flag("allowPstnOnlyMeetings"),
                event.neededTime("pinSetAt"),
                event.text("pinSetBy"),
                event.text("notificationId"),
                null,
                0);
    }

    private static UserEntry.Conferencing numberChanged(UserEntry.Conferencing before, PublicEvent event) {
        return "TOLL_FREE".equals(event.text("numberType"))
                ? before.withNumbers(before.serviceNumber(), event.text("to"))
                : before.withNumbers(event.text("to"), before.tollFreeServiceNumber());
    }

    /** Changes the conferencing of an enabled user; of a disabled one there is nothing to change. */
    private static UserEntry changed(UserEntry user, UnaryOperator<UserEntry.Conferencing> change) {
        return user.conferencing() == null ? user : user.with(change.apply(user.conferencing()));
    }
}
