package dev.foyer.gateway.index;

import java.util.Optional;

/** What events are about that the view shows; in the words that clients are told. */
public enum Subject {
    USER("userId"),
    NOTIFICATION("notificationId"),
    MEETING("conferenceId"),
    SETTINGS(null),
    SCAN("source"),
    WEBHOOK("webhookId"),
    CAMPAIGN("campaignId"),
    /** What became of one; the letters themselves lie in topics that are no events. */
    DEAD_LETTER("deadLetterId"),
    SCIM_TOKEN("tokenId"),
    /** Refused because there is no such conference: of no meeting, and what its leg is called may be the caller's number. */
    CALL(null),
    ACCOUNT("account"),
    TENANT(null),
    /** Of no tenant. */
    ADDRESS("address");

    private final String idField;

    Subject(String idField) {
        this.idField = idField;
    }

    /** Where the event says which one; empty: nobody is told, or a tenant has one. */
    public Optional<String> idField() {
        return Optional.ofNullable(idField);
    }

    /**
     * Empty when the view has no use for the event.
     *
     * @param topic settings come twice: the one that they are shown by counts
     */
    public static Optional<Subject> of(String topic, String type) {
        if (PinEventType.of(type) != null) {
            return Optional.of(USER);
        }
        if (MeetingEventType.of(type) != null) {
            return Optional.of(MEETING);
        }
        if (NotificationFold.understands(type)) {
            return Optional.of(NOTIFICATION);
        }
        if (SignInFold.isOfAccount(type)) {
            return Optional.of(ACCOUNT);
        }
        if (ScanFold.understands(type)) {
            return Optional.of(SCAN);
        }
        if (DeadLetterFold.understands(type)) {
            return Optional.of(DEAD_LETTER);
        }
        if (CampaignFold.understands(type)) {
            return Optional.of(CAMPAIGN);
        }
        if (ScimTokenFold.understands(type)) {
            return Optional.of(SCIM_TOKEN);
        }
        if (TenantFold.understands(type)) {
            return Optional.of(TENANT);
        }
        if (WebhookEventType.understands(type)) {
            return Optional.of(WEBHOOK);
        }
        return switch (type) {
            case IndexBatch.CALLER_REFUSED -> Optional.of(CALL);
            case IndexBatch.SETTINGS_CHANGED ->
                topic.equals(IndexBatch.WITH_HISTORY) ? Optional.empty() : Optional.of(SETTINGS);
            case SignInFold.DELAYED -> Optional.of(ADDRESS);
            default -> Optional.empty();
        };
    }
}
