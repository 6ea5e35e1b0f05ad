package dev.foyer.gateway.page;

import dev.foyer.gateway.api.NotificationStatus;
import dev.foyer.gateway.index.AuditQuery;
import dev.foyer.gateway.index.HistoryEntry;
import dev.foyer.gateway.index.NotificationEntry;
import dev.foyer.gateway.index.NotificationQuery;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.TenantView;
import java.time.Duration;
import java.time.Instant;

/**
 * Mails that somebody should look at today. That mails are held is everyday work, and one that failed long ago stays so: an overview
 * that is never well says nothing.
 */
record MailConcerns(TenantView tenant, Instant now) {

    private static final Duration LATELY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofDays(1);
    private static final String FAILED_EVENT = "NotificationFailed";
    private static final int MOST = 200;
    private static final int FEW = 20;

    /** That failed lately and are so still. Of very many it is not looked at each. */
    long failedLately() {
        AuditQuery lately = new AuditQuery(null, null, FAILED_EVENT, null, now.minus(LATELY), null);
        ResultPage<HistoryEntry> failures = tenant.audit(lately, MOST, null);
        return failures.next() == null
                ? failures.items().stream()
                        .map(event -> event.data().path("notificationId").asText())
                        .distinct()
                        .filter(this::isFailed)
                        .count()
                : Math.min(failures.total(), count(NotificationStatus.FAILED, null));
    }

    private boolean isFailed(String id) {
        return tenant.notification(id)
                .filter(mail -> mail.status().equals(NotificationStatus.FAILED.name()))
                .isPresent();
    }

    long held() {
        return count(NotificationStatus.HELD, null);
    }

    /** That are held and expire soon. All are held for the same time, so the newest tells which ones these are. */
    long expireSoon() {
        return tenant.notifications(ofStatus(NotificationStatus.HELD, null), FEW, null).items().stream()
                .filter(mail -> mail.expiresAt() != null)
                .findFirst()
                .map(newest -> count(NotificationStatus.HELD, now.plus(SOON).minus(heldFor(newest))))
                .orElse(0L);
    }

    private static Duration heldFor(NotificationEntry mail) {
        return Duration.between(mail.createdAt(), mail.expiresAt());
    }

    /** @param before when they were made, or {@code null} */
    private long count(NotificationStatus status, Instant before) {
        return tenant.notifications(ofStatus(status, before), 1, null).total();
    }

    private static NotificationQuery ofStatus(NotificationStatus status, Instant before) {
        return new NotificationQuery(status.name(), null, null, null, before);
    }
}
