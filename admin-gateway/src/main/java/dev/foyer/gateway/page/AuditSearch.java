package dev.foyer.gateway.page;

import dev.foyer.gateway.api.AuditResource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody looks for, as they typed it.
 *
 * @param from and {@code to}: days, both included; or times, as the API has them
 */
record AuditSearch(String user, String actor, String type, String conferenceId, String from, String to) {

    AuditSearch {
        user = plain(user);
        actor = plain(actor);
        type = plain(type);
        conferenceId = plain(conferenceId).replace(" ", "");
        from = plain(from);
        to = plain(to);
    }

    private static String plain(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** As the API is asked. */
    AuditResource.Wanted wanted() {
        return new AuditResource.Wanted(user, actor, type, conferenceId, day(from, 0), day(to, 1));
    }

    /** Whether it looks for something and not for all. */
    public boolean narrow() {
        return !parts().isEmpty();
    }

    /** As the end of an address. */
    public String query() {
        return parts().entrySet().stream()
                .map(one -> one.getKey() + "=" + Urls.inUrl(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> parts() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("user", user);
        all.put("actor", actor);
        all.put("type", type);
        all.put("conferenceId", conferenceId);
        all.put("from", from);
        all.put("to", to);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** What is no day is a time, or refused in the words of the API. */
    private static String day(String typed, int later) {
        try {
            return LocalDate.parse(typed)
                    .plusDays(later)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        } catch (DateTimeException e) {
            return typed;
        }
    }
}
