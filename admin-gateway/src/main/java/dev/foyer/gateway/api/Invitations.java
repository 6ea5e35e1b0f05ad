package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.CommandParams;
import dev.foyer.gateway.clients.NotificationServiceClient;
import dev.foyer.gateway.clients.NotificationServiceClient.JoinBlock;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.UserEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** What one needs to join by phone (rule G1), as notification-service writes it into mails; never a PIN. */
@RequestScoped
public class Invitations {

    /** A calendar file, RFC 5545; for whoever asks for it. */
    static final String CALENDAR = "text/calendar;qs=0.5";

    /** A part of a page, for whoever asks for it. */
    static final String HTML = "text/html;charset=utf-8;qs=0.5";

    static final String TEXT = "text/plain;charset=utf-8";

    private static final List<String> WHO_MAY =
            List.of(Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR, Roles.CLIENT_APP);

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<NotificationServiceClient> notificationService;

    /** @throws dev.foyer.base.Problem.ProblemException 400 of a text or a part of a page, which tells no time */
    static void noStart(String start) {
        if (start != null && !start.isEmpty()) {
            throw Problems.badParameter("start", "is a calendar file's: ask with Accept: text/calendar, or without it.")
                    .exception();
        }
    }

    /** One of the forms that notification-service writes. */
    @FunctionalInterface
    interface Form {
        RestResponse<String> ask(NotificationServiceClient service, CommandParams command, JoinBlock block);
    }

    /** @param lang BCP 47; {@code null}: the user's own */
    String ofUser(UserEntry user, String lang, Form form) {
        UserEntry.Conferencing is = Optional.ofNullable(user.conferencing())
                .orElseThrow(() -> Problems.userNotEnabled().exception());
        return written(form, block(is.conferenceId(), user, lang));
    }

    /** @param lang BCP 47; {@code null}: the organizer's */
    String ofMeeting(String conferenceId, String lang, Form form) {
        MeetingEntry meeting = request.view()
                .meeting(conferenceId)
                .filter(one -> one.phase() != MeetingEntry.Phase.ENDED)
                .orElseThrow(() -> Problems.meetingNotFound().exception());
        Optional<UserEntry> organizer = request.view().userById(meeting.organizerId());
        return written(form, block(meeting.conferenceId(), organizer.orElse(null), lang));
    }

    /** Whoever has no number of their own is reached by the tenant's: callers dial shared numbers (rule C4). */
    private JoinBlock block(String conferenceId, UserEntry user, String lang) {
        String language = lang != null && !lang.isEmpty() ? lang : user == null ? null : user.preferredLanguage();
        UserEntry.Conferencing own = user == null ? null : user.conferencing();
        return own == null || own.serviceNumber() == null && own.tollFreeServiceNumber() == null
                ? new JoinBlock(
                        conferenceId, ofTenant("defaultServiceNumber"), ofTenant("defaultTollFreeNumber"), language)
                : new JoinBlock(conferenceId, own.serviceNumber(), own.tollFreeServiceNumber(), language);
    }

    private String ofTenant(String setting) {
        return request.view()
                .settings()
                .map(all -> all.settings().path(setting).textValue())
                .orElse(null);
    }

    private String written(Form form, JoinBlock block) {
        String role = WHO_MAY.stream().filter(request::is).findFirst().orElseThrow();
        CommandContext asked = request.command(role, KeyScope.of("join-block"), null);
        return notificationService
                .call(asked, (service, command) -> form.ask(service, command, block))
                .body();
    }
}
