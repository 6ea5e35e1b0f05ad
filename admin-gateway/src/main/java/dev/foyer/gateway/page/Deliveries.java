package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.NotificationAnswer;
import dev.foyer.gateway.api.NotificationAnswers;
import dev.foyer.gateway.api.NotificationKind;
import dev.foyer.gateway.api.NotificationStatus;
import dev.foyer.gateway.api.NotificationsResource;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ledger for people: the resource of the API answers and decides, words and names are added here. */
@RequestScoped
class Deliveries {

    private static final String SHOWN = "50";
    private static final String ONE = "1";

    @Inject
    ApiRequest request;

    @Inject
    NotificationsResource mails;

    @Inject
    NotificationAnswers answers;

    @Inject
    Shell shell;

    @Inject
    Words words;

    DeliveryList list(DeliveryAsk ask) {
        NotificationKind kind = ask.kind();
        ListAnswer<NotificationAnswer> found = find(status(ask.view()), kind, SHOWN, ask.cursor());
        Instant now = Instant.now();
        return new DeliveryList(
                new ListAnswer<>(
                        found.items().stream().map(mail -> row(mail, now)).toList(),
                        found.next(),
                        found.total(),
                        found.behind()),
                ask,
                find(NotificationStatus.HELD, kind, ONE, null).total(),
                find(NotificationStatus.FAILED, kind, ONE, null).total(),
                offered(ask.view()),
                null);
    }

    private static NotificationStatus status(DeliveryAsk.View view) {
        return switch (view) {
            case HELD -> NotificationStatus.HELD;
            case FAILED -> NotificationStatus.FAILED;
            case ALL -> null;
        };
    }

    private ListAnswer<NotificationAnswer> find(
            NotificationStatus status, NotificationKind kind, String limit, String cursor) {
        return mails.list(name(status), name(kind), null, null, null, limit, cursor);
    }

    private static String name(Enum<?> one) {
        return one == null ? null : one.name();
    }

    private List<DeliveryAction> offered(DeliveryAsk.View view) {
        boolean acts = acts();
        return switch (view) {
            case HELD ->
                admin()
                        ? List.of(DeliveryAction.SEND, DeliveryAction.HAND_OVER, DeliveryAction.DISCARD)
                        : acts ? List.of(DeliveryAction.SEND, DeliveryAction.HAND_OVER) : List.of();
            case FAILED -> acts ? List.of(DeliveryAction.RETRY) : List.of();
            case ALL -> List.of();
        };
    }

    DeliveryPane pane(String id, DeliveryAsk ask) {
        return new DeliveryPane(
                row(mails.get(id), Instant.now()),
                ask,
                acts(),
                admin(),
                Why.by(request.view().settings()),
                null,
                null,
                null,
                null);
    }

    DeliveryPane act(String id, DeliveryAsk ask, DeliveryAction action) {
        try {
            run(id, action, null);
            return pane(id, ask).after(action);
        } catch (ProblemException e) {
            return pane(id, ask).refused(said(e.problem()));
        }
    }

    /** @param typed another address than the user's own, or nothing */
    DeliveryPane send(String id, DeliveryAsk ask, String typed) {
        String other = typed == null || typed.isBlank() ? null : typed.strip();
        try {
            run(id, DeliveryAction.SEND, other == null ? null : Params.text("address", TextKind.MAIL_ADDRESS, other));
            return pane(id, ask).after(DeliveryAction.SEND);
        } catch (ProblemException e) {
            return pane(id, ask).refused(said(e.problem())).addressed(other);
        }
    }

    /** @param reason as it was typed, or {@code null} */
    DeliveryPane reveal(String id, DeliveryAsk ask, String reason) {
        request.useReason(reason);
        try {
            PinDigits pin = new PinDigits(mails.reveal(id, null).pin());
            return pane(id, ask).with(pin);
        } catch (ProblemException e) {
            return pane(id, ask).refused(said(e.problem())).typed(reason);
        }
    }

    /** Each by itself: what is refused stops no other. */
    DeliveryList.Outcome many(List<String> ids, DeliveryAction action) {
        if (ids == null || ids.isEmpty()) {
            return new DeliveryList.Outcome(0, List.of(say().chosenNone()));
        }
        List<String> refused = new ArrayList<>();
        for (String id : ids) {
            try {
                run(id, action, null);
            } catch (ProblemException e) {
                refused.add(nameOf(id) + ": " + said(e.problem()));
            }
        }
        return new DeliveryList.Outcome(ids.size() - refused.size(), refused);
    }

    private String nameOf(String id) {
        try {
            return row(mails.get(id), Instant.now()).name();
        } catch (ProblemException e) {
            return id;
        }
    }

    private void run(String id, DeliveryAction action, String address) {
        switch (action) {
            case SEND -> mails.send(id, new Bodies.Send(address));
            case HAND_OVER -> mails.handOver(id);
            case DISCARD -> mails.discard(id);
            case RETRY -> mails.retry(id);
        }
    }

    private DeliveryRow row(NotificationAnswer mail, Instant now) {
        return new DeliveryRow(
                mail,
                request.view().userById(mail.user()).orElse(null),
                answers.explanation(mail.status(), mail.reason(), shell.language()),
                now,
                locale());
    }

    private String said(Problem problem) {
        return Said.of(problem, words.of(ShellMessages.class));
    }

    private DeliveriesMessages say() {
        return words.of(DeliveriesMessages.class);
    }

    private Locale locale() {
        return Locale.forLanguageTag(shell.language());
    }

    private boolean admin() {
        return request.is(Roles.ADMIN);
    }

    private boolean acts() {
        return admin() || request.is(Roles.HELPDESK);
    }
}
