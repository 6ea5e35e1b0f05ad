package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.api.HistoryAnswer;
import dev.foyer.gateway.index.Change;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One change of a setting, in words.
 *
 * @param what which part of it, where it has several; else {@code null}
 */
record SettingPast(Instant at, String who, String what, String from, String to) {

    /** @param events changes of settings; those of others are left out */
    static List<SettingPast> of(SettingRow row, List<HistoryAnswer> events) {
        return events.stream().flatMap(event -> of(row, event)).toList();
    }

    private static Stream<SettingPast> of(SettingRow row, HistoryAnswer event) {
        return event.changes().stream()
                .filter(change -> row.setting().has(change.name()))
                .map(change -> of(row, event, change));
    }

    private static SettingPast of(SettingRow row, HistoryAnswer event, Change change) {
        boolean whole = change.name().equals(row.name());
        return new SettingPast(
                event.at(),
                event.actorName() != null ? event.actorName() : event.actor(),
                whole ? null : row.words().word(change.name()),
                whole ? row.shown(change.from()) : text(change.from()),
                whole ? row.shown(change.to()) : text(change.to()));
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? "–" : value.isValueNode() ? value.asText() : value.toString();
    }
}
