package dev.foyer.meeting.domain.webhook;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.webhook.Webhook.DisabledFor;
import dev.foyer.meeting.domain.webhook.Webhook.Status;
import dev.foyer.meeting.domain.webhook.WebhookAnswer.WebhookNoted;
import dev.foyer.meeting.domain.webhook.WebhookCommand.AddWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.ChangeWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.NoteHealth;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RemoveAllWebhooks;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RemoveWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RotateWebhookSecret;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookAdded;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookBeganToFail;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookChanged;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookDisabled;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookRemoved;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookSecretRotated;
import dev.foyer.meeting.domain.webhook.WebhookEvent.WebhookWorksAgain;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is told, where, and of what (H1); and when we give up telling (H4). */
public final class WebhookDecider
        implements Decider<Webhooks, WebhookCommand, WebhookEvent, WebhookRefusal, WebhookAnswer, WebhookContext> {

    @Override
    public Webhooks initial() {
        return Webhooks.NONE;
    }

    @Override
    public Decision<WebhookEvent, WebhookRefusal, WebhookAnswer> decide(
            Webhooks state, WebhookCommand command, WebhookContext context) {
        return switch (command) {
            case AddWebhook it -> add(state, it, context);
            case ChangeWebhook it -> known(state, it.webhookId(), webhook -> change(webhook, it, context.now()));
            case RotateWebhookSecret it -> rotate(state, it, context);
            case RemoveWebhook it ->
                known(state, it.webhookId(), webhook -> List.of(new WebhookRemoved(webhook.id(), context.now())));
            case RemoveAllWebhooks() ->
                accept(
                        new WebhookNoted(null),
                        state.byId().keySet().stream()
                                .<WebhookEvent>map(id -> new WebhookRemoved(id, context.now()))
                                .toList());
            // Of one that was removed meanwhile there is nothing to say.
            case NoteHealth it ->
                accept(
                        new WebhookNoted(it.webhookId()),
                        state.find(it.webhookId())
                                .map(webhook -> health(webhook, it, context))
                                .orElse(List.of()));
        };
    }

    /** What follows for a webhook that there is. */
    private interface Consequence {
        List<WebhookEvent> of(Webhook webhook);
    }

    private static Decision<WebhookEvent, WebhookRefusal, WebhookAnswer> known(
            Webhooks state, String webhookId, Consequence consequence) {
        Optional<Webhook> webhook = state.find(webhookId);
        return webhook.isEmpty()
                ? refuse(new WebhookRefusal.WebhookNotFound())
                : accept(new WebhookNoted(webhookId), consequence.of(webhook.get()));
    }

    private static Decision<WebhookEvent, WebhookRefusal, WebhookAnswer> add(
            Webhooks state, AddWebhook it, WebhookContext context) {
        return state.byId().size() >= context.most()
                ? refuse(new WebhookRefusal.TooManyWebhooks(context.most()))
                : accept(
                        new WebhookNoted(it.webhookId()),
                        new WebhookAdded(
                                it.webhookId(),
                                it.url(),
                                it.types(),
                                it.description(),
                                it.secret(),
                                context.now(),
                                it.from()));
    }

    /** Whoever has not heard of a new secret yet has the one before, however often it was rotated meanwhile. */
    private static Decision<WebhookEvent, WebhookRefusal, WebhookAnswer> rotate(
            Webhooks state, RotateWebhookSecret it, WebhookContext context) {
        Instant now = context.now();
        Optional<Instant> full = state.find(it.webhookId()).flatMap(webhook -> webhook.rotatedTooOften(now));
        return full.isPresent()
                ? refuse(new WebhookRefusal.RotatedTooOften(full.get()))
                : known(
                        state,
                        it.webhookId(),
                        webhook -> List.of(new WebhookSecretRotated(
                                webhook.id(), it.secret(), now.plus(context.bothSecrets()), now)));
    }

    private static List<WebhookEvent> change(Webhook webhook, ChangeWebhook it, Instant now) {
        Status status = status(webhook, it.paused());
        boolean goesOn = status == Status.ACTIVE && webhook.status() != Status.ACTIVE;
        boolean other = it.url() != null && !it.url().equals(webhook.url());
        WebhookChanged after = new WebhookChanged(
                webhook.id(),
                it.url() == null ? webhook.url() : it.url(),
                it.types() == null ? webhook.types() : it.types(),
                it.noDescription() ? null : it.description() == null ? webhook.description() : it.description(),
                status,
                now,
                other ? true : null,
                goesOn ? it.from() : null);
        return webhook.changed(after).equals(webhook) ? List.of() : List.of(after);
    }

    private static Status status(Webhook webhook, Boolean paused) {
        if (paused == null) {
            return webhook.status();
        }
        return paused ? Status.PAUSED : Status.ACTIVE;
    }

    private static List<WebhookEvent> health(Webhook webhook, NoteHealth it, WebhookContext context) {
        // An attempt from before it went on, or at another address, says nothing about it as it is now.
        if (webhook.status() != Status.ACTIVE
                || it.at().isBefore(webhook.wantedSince())
                || !webhook.url().equals(it.url())) {
            return List.of();
        }
        return switch (it.health()) {
            case IS_GONE -> List.of(new WebhookDisabled(webhook.id(), DisabledFor.GONE, context.now()));
            case WORKS ->
                webhook.failingSince() == null
                        ? List.of()
                        : List.of(new WebhookWorksAgain(webhook.id(), context.now()));
            case FAILS -> {
                if (webhook.failingSince() == null) {
                    yield List.of(new WebhookBeganToFail(webhook.id(), context.now()));
                }
                yield context.now().isBefore(webhook.failingSince().plus(context.failingAtMost()))
                        ? List.of()
                        : List.of(new WebhookDisabled(webhook.id(), DisabledFor.FAILING, context.now()));
            }
        };
    }

    @Override
    public Webhooks evolve(Webhooks state, WebhookEvent event) {
        return switch (event) {
            case WebhookAdded e -> {
                if (state.find(e.webhookId()).isPresent()) {
                    throw new ImpossibleEvent(state, event);
                }
                yield state.with(new Webhook(
                        e.webhookId(),
                        e.url(),
                        e.types(),
                        e.description(),
                        Status.ACTIVE,
                        null,
                        e.secret(),
                        null,
                        null,
                        e.at(),
                        e.at(),
                        null,
                        e.from(),
                        List.of()));
            }
            case WebhookChanged e -> state.with(there(state, e).changed(e));
            case WebhookSecretRotated e -> state.with(there(state, e).rotated(e));
            case WebhookDisabled e -> state.with(there(state, e).disabled(e.reason()));
            case WebhookRemoved e -> state.without(there(state, e).id());
            case WebhookBeganToFail e -> state.with(there(state, e).failing(e.at()));
            case WebhookWorksAgain e -> state.with(there(state, e).failing(null));
        };
    }

    private static Webhook there(Webhooks state, WebhookEvent event) {
        return state.find(event.webhookId()).orElseThrow(() -> new ImpossibleEvent(state, event));
    }
}
