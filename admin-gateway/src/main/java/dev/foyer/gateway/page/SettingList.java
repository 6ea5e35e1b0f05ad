package dev.foyer.gateway.page;

import java.util.List;

/**
 * All settings.
 *
 * @param hooks whether this account may see webhooks
 */
record SettingList(String tenant, List<SettingRow> rows, Glossary words, boolean hooks) {

    private static final List<String> GROUPS = List.of("pins", "mails", "meetings", "numbers", "other");

    /** Settings of one sort. */
    record Group(String id, String title, List<SettingRow> rows) {}

    /** In the order of the page, without empty ones. */
    public List<Group> groups() {
        return GROUPS.stream()
                .map(id -> new Group(
                        id,
                        words.word("group." + id),
                        rows.stream()
                                .filter(row -> row.setting().group().equals(id))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }
}
