package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.MethodRoles;
import dev.foyer.gateway.api.NotificationAnswer;
import dev.foyer.gateway.api.NotificationAnswers;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.UsersResource;
import dev.foyer.gateway.index.NotificationEntry;
import dev.foyer.gateway.index.SettingsEntry;
import dev.foyer.gateway.index.UserEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The selected user, as this account may see and change one. */
@RequestScoped
class UserPanes {

    /** Who is just enabled may not be so yet in the index. */
    private static final Duration LONGEST_BEHIND = Duration.ofSeconds(10);

    private static final MethodRoles READ_HISTORY = MethodRoles.of(UsersResource.class, "history");
    private static final String MAY_RESET_OWN = "administratorsMayResetOwnPin";

    @Inject
    ApiRequest request;

    @Inject
    NotificationAnswers answers;

    @Inject
    Shell shell;

    UserPane pane(UserEntry user, UserAsk ask) {
        Account account = request.account();
        return new UserPane(
                user,
                ask,
                Offer.of(account, user),
                isOwnPin(account, user),
                mail(user),
                elsewhere(user),
                null,
                null,
                null,
                null);
    }

    private Elsewhere elsewhere(UserEntry user) {
        Optional<UserEntry.Conferencing> is = Optional.ofNullable(user.conferencing());
        return new Elsewhere(
                READ_HISTORY.let(request.account())
                        ? Section.AUDIT.path() + "/users/" + Urls.inUrl(user.userId())
                        : null,
                is.map(UserEntry.Conferencing::notificationId)
                        .flatMap(request.view()::notification)
                        .map(mail -> Section.DELIVERIES.path() + "/" + Urls.inUrl(mail.notificationId()))
                        .orElse(null),
                is.map(UserEntry.Conferencing::conferenceId)
                        .flatMap(request.view()::meeting)
                        .map(meeting -> Section.MEETINGS.path() + "/" + Urls.inUrl(meeting.conferenceId()))
                        .orElse(null));
    }

    UserAction action(UserEntry user, UserAsk ask, Offer offer) {
        JsonNode settings = settings().map(SettingsEntry::settings).orElse(null);
        return new UserAction(
                user,
                ask,
                offer,
                request.is(Roles.ADMIN),
                UUID.randomUUID().toString(),
                planned(user, offer),
                numbers(settings),
                offer.wantsReason() ? Why.by(settings()) : Why.UNASKED,
                UserForm.of(user),
                null);
    }

    private UserAction.Mail planned(UserEntry user, Offer offer) {
        Optional<SettingsEntry> now = settings();
        return new UserAction.Mail(
                user.primarySmtpAddress(),
                offer.mailSwitch() == null
                        || now.map(set -> set.sends(offer.mailSwitch())).orElse(true),
                offer.makesPin() && now.map(SettingsEntry::pinIsLink).orElse(false));
    }

    /** Where the mail stands that carries the present PIN. */
    MailFate mail(UserEntry user) {
        return user.conferencing() == null || user.conferencing().notificationId() == null
                ? MailFate.NONE
                : mail(user.conferencing().notificationId());
    }

    MailFate mail(String id) {
        return request.view().notification(id).map(this::fate).orElse(MailFate.NONE);
    }

    /**
     * Whether the PIN in that mail is the one that holds. What the index shows of the user may be older than the mail: only a PIN
     * that was set after it took its place.
     */
    boolean isPresent(UserEntry user, String mail) {
        UserEntry.Conferencing now = user.conferencing();
        if (now != null && mail.equals(now.notificationId())) {
            return true;
        }
        Instant since = now == null ? Instant.now().minus(LONGEST_BEHIND) : now.pinSetAt();
        return request.view()
                .notification(mail)
                .filter(known -> since.isAfter(known.createdAt()))
                .isEmpty();
    }

    private MailFate fate(NotificationEntry mail) {
        NotificationAnswer answer = answers.of(mail, request.view(), shell.language());
        return new MailFate(MailStatus.of(answer.status()), answer.to(), answer.explanation());
    }

    /** Whatever the index does meanwhile: the PIN that was just made reaches its page. */
    UserEntry latest(UserEntry before) {
        try {
            return request.view().userById(before.userId()).orElse(before);
        } catch (Unavailable _) {
            return before;
        }
    }

    private boolean isOwnPin(Account account, UserEntry user) {
        return user.userId().equals(account.userId())
                && !settings()
                        .map(set -> set.settings().path(MAY_RESET_OWN).asBoolean(false))
                        .orElse(false);
    }

    private Optional<SettingsEntry> settings() {
        return request.view().settings();
    }

    private static List<UserAction.ServiceNumber> numbers(JsonNode settings) {
        List<UserAction.ServiceNumber> numbers = new ArrayList<>();
        if (settings != null) {
            for (JsonNode one : settings.path("serviceNumbers")) {
                numbers.add(new UserAction.ServiceNumber(
                        one.path("number").asText(),
                        one.path("city").asText(""),
                        "TOLL_FREE".equals(one.path("type").asText())));
            }
        }
        return numbers;
    }
}
