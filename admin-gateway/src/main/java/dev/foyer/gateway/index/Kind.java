package dev.foyer.gateway.index;

/** The kinds of entries; the name is part of the stored format. */
enum Kind {
    USER(UserEntry.class),
    NOTIFICATION(NotificationEntry.class),
    MEETING(MeetingEntry.class),
    SETTINGS(SettingsEntry.class),
    ACCOUNT(AccountEntry.class),
    SOURCE(SourceEntry.class),
    SCAN(ScanEntry.class),
    CAMPAIGN(CampaignEntry.class),
    DEAD_LETTER(DeadLetterEntry.class),
    TENANT(TenantEntry.class),
    SCIM_TOKEN(ScimTokenEntry.class),
    HISTORY(HistoryEntry.class);

    private final Class<? extends Entry> type;

    Kind(Class<? extends Entry> type) {
        this.type = type;
    }

    Class<? extends Entry> type() {
        return type;
    }

    /** Whether its entries say {@linkplain Entry#at when}; others stand for now, and whoever ends a tenant ends them. */
    boolean hasTime() {
        return switch (this) {
            case NOTIFICATION, MEETING, SCAN, CAMPAIGN, DEAD_LETTER, SCIM_TOKEN, HISTORY -> true;
            case USER, SETTINGS, ACCOUNT, SOURCE, TENANT -> false;
        };
    }

    /** The one term that identifies a document over all kinds and tenants. */
    String id(String tenant, String key) {
        return name() + '|' + tenant + '|' + key;
    }

    /** The one term that all entries of this kind have that are of this tenant, and no others. */
    String of(String tenant) {
        return name() + '|' + tenant;
    }

    static Kind of(Entry entry) {
        return switch (entry) {
            case UserEntry _ -> USER;
            case NotificationEntry _ -> NOTIFICATION;
            case MeetingEntry _ -> MEETING;
            case SettingsEntry _ -> SETTINGS;
            case AccountEntry _ -> ACCOUNT;
            case SourceEntry _ -> SOURCE;
            case ScanEntry _ -> SCAN;
            case CampaignEntry _ -> CAMPAIGN;
            case DeadLetterEntry _ -> DEAD_LETTER;
            case TenantEntry _ -> TENANT;
            case ScimTokenEntry _ -> SCIM_TOKEN;
            case HistoryEntry _ -> HISTORY;
        };
    }
}
