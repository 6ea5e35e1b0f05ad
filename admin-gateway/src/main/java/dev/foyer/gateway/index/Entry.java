package dev.foyer.gateway.index;

import java.time.Instant;

/** What the index keeps, one document each, stored as the JSON of its record. Immutable. */
public sealed interface Entry
        permits UserEntry,
                NotificationEntry,
                MeetingEntry,
                SettingsEntry,
                AccountEntry,
                SourceEntry,
                ScanEntry,
                CampaignEntry,
                DeadLetterEntry,
                TenantEntry,
                ScimTokenEntry,
                HistoryEntry {

    /** Whose it is. */
    String tenant();

    /** When it was made or changed last, as lists are sorted; {@code null}: it stands for now. */
    default Instant at() {
        return null;
    }

    /** Unique among the entries of its kind and tenant. */
    String key();
}
