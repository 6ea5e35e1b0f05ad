package dev.foyer.gateway.page;

import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.NotificationKind;
import dev.foyer.gateway.api.NotificationsResource;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.SettingsResource;
import dev.foyer.gateway.api.WebhookAnswer;
import dev.foyer.gateway.api.WebhooksResource;
import dev.foyer.gateway.index.DeadLetterEntry;
import dev.foyer.gateway.index.DeadLetterQuery;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Participant;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Asks each service what it is asked every day, and the index what somebody should look at. */
@RequestScoped
class Healths {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration BROKER_IS_SILENT = Duration.ofSeconds(4);
    private static final int MOST_MEETINGS = 200;
    private static final DeadLetterQuery UNUSED = new DeadLetterQuery(
            Set.of(DeadLetterEntry.State.OPEN, DeadLetterEntry.State.BURIED_AGAIN), null, null, null);

    @Inject
    ApiRequest request;

    @Inject
    SettingsResource settings;

    @Inject
    NotificationsResource mails;

    @Inject
    WebhooksResource webhooks;

    @Inject
    ReadModel index;

    @Inject
    Words words;

    Health now() {
        List<Health.Part> parts = new ArrayList<>();
        List<Health.Concern> concerns = new ArrayList<>();
        parts.add(part("pin-service", settings::read, concerns));
        parts.add(part("notification-service", () -> mails.preview(NotificationKind.WELCOME.name(), "en"), concerns));
        if (mayReadAll()) {
            parts.add(part("meeting-service", () -> hooks(concerns), concerns));
        }
        parts.add(indexPart(concerns));
        parts.add(brokerPart(concerns));
        return new Health(parts, concerns, counts(concerns));
    }

    private boolean mayReadAll() {
        return request.is(Roles.ADMIN) || request.is(Roles.AUDITOR);
    }

    private Health.Part part(String name, Runnable question, List<Health.Concern> concerns) {
        long start = System.nanoTime();
        try {
            question.run();
            return new Health.Part(
                    name,
                    true,
                    say().answersIn(grouped(Math.max(
                            1, Duration.ofNanos(System.nanoTime() - start).toMillis()))));
        } catch (ProblemException | Unavailable e) {
            concerns.add(new Health.Concern(say().partAway(name), null));
            return new Health.Part(name, false, say().away());
        }
    }

    private void hooks(List<Health.Concern> concerns) {
        long broken = webhooks.list().items().stream()
                .filter(hook -> hook.status() == WebhookAnswer.Status.DISABLED || hook.failingSince() != null)
                .count();
        concern(broken, say()::hooksBroken, "/admin/settings/webhooks", concerns);
    }

    private Health.Part indexPart(List<Health.Concern> concerns) {
        boolean there = index.isCaughtUp();
        if (!there) {
            concerns.add(new Health.Concern(say().indexBehind(), null));
        }
        return new Health.Part("index", there, there ? say().reads() : say().behind());
    }

    private Health.Part brokerPart(List<Health.Concern> concerns) {
        Duration silence = index.brokerSilence();
        boolean there = silence.compareTo(BROKER_IS_SILENT) < 0;
        if (!there) {
            concerns.add(new Health.Concern(say().partAway("Kafka"), null));
        }
        return new Health.Part("Kafka", there, there ? say().reads() : say().silent(grouped(silence.toSeconds())));
    }

    private Health.Now counts(List<Health.Concern> concerns) {
        TenantView tenant = request.view();
        Instant now = Instant.now();
        MailConcerns mailbox = new MailConcerns(tenant, now);
        concern(mailbox.expireSoon(), say()::heldSoon, "/admin/deliveries?view=held", concerns);
        concern(mailbox.failedLately(), say()::failedMails, "/admin/deliveries?view=failed", concerns);
        List<MeetingEntry> live = tenant.liveMeetings(MOST_MEETINGS, null).items();
        long waitLong = live.stream()
                .filter(meeting -> meeting.participants().stream().anyMatch(one -> waitsLong(one, now)))
                .count();
        concern(waitLong, say()::lobbyLong, "/admin/meetings", concerns);
        Long letters = null;
        if (mayReadAll()) {
            concern(tenant.scans(1, null).total(), say()::guessing, "/admin/scans", concerns);
            letters = tenant.deadLetters(UNUSED, true, 1, null).total();
            concern(letters, say()::letters, "/admin/dead-letters", concerns);
        }
        return new Health.Now(
                live.stream()
                        .mapToLong(meeting -> meeting.count(Presence.WAITING))
                        .sum(),
                live.stream()
                        .filter(meeting -> meeting.phase() == Phase.RUNNING)
                        .count(),
                users(tenant, UserQuery.State.ENABLED),
                users(tenant, UserQuery.State.LOCKED),
                mailbox.held(),
                letters);
    }

    private static boolean waitsLong(Participant one, Instant now) {
        return one.state() == Presence.WAITING && one.since().isBefore(now.minus(LONG));
    }

    private static long users(TenantView tenant, UserQuery.State state) {
        return tenant.users(new UserQuery(null, state, UserQuery.Order.DISPLAY_NAME), 1, null)
                .total();
    }

    private void concern(long many, UnaryOperator<String> says, String page, List<Health.Concern> concerns) {
        if (many > 0) {
            concerns.add(new Health.Concern(says.apply(grouped(many)), page));
        }
    }

    private String grouped(long number) {
        return words.grouped(number);
    }

    private OverviewMessages say() {
        return words.of(OverviewMessages.class);
    }
}
