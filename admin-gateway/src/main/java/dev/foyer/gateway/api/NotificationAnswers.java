package dev.foyer.gateway.api;

import dev.foyer.gateway.index.NotificationEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Entries of the ledger in words that a person can act on, for the API and the page. Thread-safe. */
@ApplicationScoped
public class NotificationAnswers {

    private static final Set<String> WITH_A_PIN =
            Set.of(NotificationKind.WELCOME.name(), NotificationKind.PIN_RESET.name());

    private final MessageLanguages languages;

    @Inject
    NotificationAnswers(@Any Instance<ReasonMessages> bundles) {
        languages = MessageLanguages.of(bundles);
    }

    /** @param accepted the header {@code Accept-Language}, or {@code null} */
    public NotificationAnswer of(NotificationEntry entry, TenantView view, String accepted) {
        return NotificationAnswer.of(
                entry, explanation(entry.status(), entry.reason(), accepted), pinReplacedAt(entry, view));
    }

    /**
     * What the reason means and what to do; {@code null} when there is nothing to explain.
     *
     * @param accepted languages as in {@code Accept-Language}, or {@code null}
     */
    public String explanation(String status, String reason, String accepted) {
        Locale locale = languages.choose(accepted);
        ReasonMessages say = MessageBundles.get(ReasonMessages.class, Localized.Literal.of(locale.toLanguageTag()));
        return MailReason.explained(status, reason, say).orElse(null);
    }

    /** A mail that left cannot be called back; what it carries may have stopped working since, its link with the PIN. */
    private static Instant pinReplacedAt(NotificationEntry entry, TenantView view) {
        boolean left = entry.status().equals(NotificationStatus.SENT.name()) && WITH_A_PIN.contains(entry.kind());
        return left
                ? view.userById(entry.userId())
                        .map(UserEntry::conferencing)
                        .filter(now -> !entry.notificationId().equals(now.notificationId()))
                        .map(UserEntry.Conferencing::pinSetAt)
                        .filter(set -> set.isAfter(entry.createdAt()))
                        .orElse(null)
                : null;
    }
}
