package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.UserName;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandParams;
import dev.foyer.gateway.clients.NotificationServiceClient;
import dev.foyer.gateway.clients.NotificationServiceClient.RevealedPin;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.NotificationEntry;
import dev.foyer.gateway.index.NotificationQuery;
import dev.foyer.gateway.index.SettingsEntry;
import dev.foyer.gateway.index.TenantView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The ledger of mails, and what an administrator does with one that is held or has failed. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
@RunOnVirtualThread
public class NotificationsResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<NotificationServiceClient> notificationService;

    @Inject
    ReadYourWrites readYourWrites;

    @Inject
    TakenMails takenMails;

    @Inject
    NotificationAnswers answers;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "Mails, newest first",
            description =
                    "from and to are times (RFC 3339) between which what the mail says happened, to not included.")
    public ListAnswer<NotificationAnswer> list(
            @RestQuery String status,
            @RestQuery String kind,
            @RestQuery String user,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String limit,
            @RestQuery String cursor) {
        NotificationQuery wanted = query(status, kind, user, from, to);
        return ListAnswer.of(request.view().notifications(wanted, Params.limit(limit), cursor), this::answer);
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(
            @RestQuery String status,
            @RestQuery String kind,
            @RestQuery String user,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String separator) {
        TenantView tenant = request.view();
        NotificationQuery wanted = query(status, kind, user, from, to);
        String language = request.acceptedLanguage();
        return new Export<>(cursor -> tenant.notifications(wanted, Export.PAGE, cursor)
                        .map(entry -> answers.of(entry, tenant, language)))
                .csv(Tables.NOTIFICATIONS, Params.separator(separator));
    }

    private NotificationQuery query(String status, String kind, String user, String from, String to) {
        return new NotificationQuery(
                name(Params.oneOf("status", status, NotificationStatus.class)),
                name(Params.oneOf("kind", kind, NotificationKind.class)),
                user == null || user.isEmpty() ? null : request.idOfAny(user),
                Params.time("from", from),
                Params.time("to", to));
    }

    private static String name(Enum<?> one) {
        return one == null ? null : one.name();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One mail; never with a PIN")
    public NotificationAnswer get(String id) {
        return answer(known(id));
    }

    @GET
    @Path("/preview")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "A mail as it would go out now; never with a PIN",
            description = "To somebody who does not exist, with the tenant's settings and default numbers.")
    public MailPreviewAnswer preview(
            @RestQuery String kind,
            @Parameter(description = "BCP 47; the tenant's when absent") @RestQuery String lang) {
        NotificationKind wanted = Params.oneOf("kind", kind, NotificationKind.class);
        if (wanted == null) {
            throw Problems.missing("kind").exception();
        }
        Optional<JsonNode> settings = request.view().settings().map(SettingsEntry::settings);
        return MailPreviewAnswer.of(notificationService
                .call(
                        request.command(KeyScope.of("preview-mail"), null),
                        (mails, command) -> mails.preview(
                                command,
                                wanted.name(),
                                text(settings, "defaultServiceNumber"),
                                text(settings, "defaultTollFreeNumber"),
                                lang))
                .body());
    }

    private static String text(Optional<JsonNode> settings, String name) {
        return settings.map(all -> all.path(name).textValue()).orElse(null);
    }

    @POST
    @Path("/{id}/send")
    @ResponseStatus(202)
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(summary = "Sends a held mail, to its user or to another address")
    @APIResponse(
            responseCode = "202",
            description = "It is released and tried until a server takes it; what becomes of it says the mail",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NotificationAnswer.class)))
    public NotificationAnswer send(String id, Bodies.Send body) {
        NotificationEntry before = taken(id);
        Bodies.Send wanted = body == null ? Bodies.Send.NOTHING : body;
        var mail = new NotificationServiceClient.Send(wanted.toAddress());
        Answered<Void> done = notificationService.run(
                request.command(new KeyScope("send-mail", before.notificationId()), wanted),
                (mails, command) -> mails.send(command, before.userId(), before.notificationId(), mail));
        readYourWrites.await(done);
        // Not what has become of it since: the second answer is the first (F).
        return NotificationAnswer.released(before, wanted.toAddress());
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "A held mail will never be sent")
    public void discard(String id) {
        NotificationEntry before = taken(id);
        change(
                new KeyScope("discard-mail", before.notificationId()),
                (mails, command) -> mails.discard(command, before.userId(), before.notificationId()));
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(summary = "A mail that has failed is tried again")
    public void retry(String id) {
        NotificationEntry before = taken(id);
        change(
                new KeyScope("retry-mail", before.notificationId()),
                (mails, command) -> mails.retry(command, before.userId(), before.notificationId()));
    }

    @POST
    @Path("/{id}/hand-over")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(summary = "The user got by hand what a held mail says; it will never be sent")
    public void handOver(String id) {
        NotificationEntry before = taken(id);
        change(
                new KeyScope("hand-over-mail", before.notificationId()),
                (mails, command) -> mails.handOver(command, before.userId(), before.notificationId()));
    }

    @POST
    @Path("/{id}/reveal")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary =
                    "Shows the PIN of a held mail, if nobody has seen it: once, in this answer only; 410 from then on",
            description = "A repetition of the request does not show it again, whatever its Idempotency-Key.")
    public RevealAnswer reveal(String id, Bodies.Because body) {
        NotificationEntry before = taken(id);
        // notification-service forgets a mail some time after its end; that it was revealed stays true.
        if (before.revealedAt() != null) {
            throw Problems.alreadyRevealed().exception();
        }
        if (isOwn(before)) {
            throw Problems.ownPin().exception();
        }
        Answered<RevealedPin> done = notificationService.call(
                request.command(new KeyScope("reveal-pin", before.notificationId()), Bodies.Because.orNothing(body)),
                (mails, command) -> mails.reveal(command, before.userId(), before.notificationId()));
        readYourWrites.await(done);
        return new RevealAnswer(done.body().pin());
    }

    private NotificationAnswer answer(NotificationEntry entry) {
        return answers.of(entry, request.view(), request.acceptedLanguage());
    }

    private NotificationEntry known(String id) {
        return request.view()
                .notification(id)
                .orElseThrow(() -> Problems.notificationNotFound().exception());
    }

    private NotificationEntry taken(String id) {
        return takenMails
                .find(request.view(), id)
                .orElseThrow(() -> Problems.notificationNotFound().exception());
    }

    private void change(
            KeyScope scope, BiFunction<NotificationServiceClient, CommandParams, RestResponse<Void>> change) {
        readYourWrites.await(notificationService.run(request.command(scope, null), change));
    }

    /** Not everybody who vouches for accounts says which user one is: then its name does (rule A3), as for pin-service. */
    private boolean isOwn(NotificationEntry mail) {
        return request.view()
                .userById(mail.userId())
                .filter(user -> UserName.same(request.account().name(), user.userPrincipalName()))
                .isPresent();
    }
}
