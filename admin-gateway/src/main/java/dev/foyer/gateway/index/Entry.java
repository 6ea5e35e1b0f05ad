package dev.foyer.gateway.index;

/** What the index keeps, one document each, stored as the JSON of its record. Immutable. */
public sealed interface Entry
        permits UserEntry,
                NotificationEntry,
                MeetingEntry,
                SettingsEntry,
                AccountEntry,
                SourceEntry,
                ScanEntry,
                HistoryEntry {

    /** Whose it is. */
    String tenant();

    /** Unique among the entries of its kind and tenant. */
    String key();
}
