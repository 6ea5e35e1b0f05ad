package dev.foyer.notification.api;

import dev.foyer.base.Actor;
import dev.foyer.base.Roles;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailCommand.DiscardMail;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RetryMail;
import dev.foyer.notification.mail.Revealer;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** What an administrator does with a mail that is held or has failed. */
@Path("/internal/v1/tenants/{tenant}/users/{userId}/notifications/{notificationId}")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles({Roles.ADMIN, Roles.HELPDESK})
public class NotificationResource {

    /** Rule A5: a PIN goes to the user only, unless an administrator says otherwise; nobody else ever sees one. */
    private static final String ADMINISTRATOR = Roles.ADMIN;

    @Inject
    Mailboxes mailboxes;

    @Inject
    Revealer revealer;

    @Inject
    Caller caller;

    /**
     * @param toAddress instead of the user's own
     */
    public record Send(
            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String toAddress) {}

    /** 202: from now on it is tried until a server takes it. */
    @POST
    @Path("/send")
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> send(
            String tenant, String userId, UUID notificationId, @Valid @RequestBody(required = false) Send body) {
        String to = body == null ? null : body.toAddress();
        if (to != null && !ADMINISTRATOR.equals(caller.meta().actor().role())) {
            throw Refusals.addressNeedsAdministrator().exception();
        }
        return decide(tenant, userId, new ReleaseMail(notificationId, to), Response.Status.ACCEPTED);
    }

    /** The same without a body: to the user's own address. */
    @POST
    @Path("/send")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> send(String tenant, String userId, UUID notificationId) {
        return send(tenant, userId, notificationId, null);
    }

    /** 204: what failed is tried again. */
    @POST
    @Path("/retry")
    public CompletionStage<Response> retry(String tenant, String userId, UUID notificationId) {
        return decide(tenant, userId, new RetryMail(notificationId), Response.Status.NO_CONTENT);
    }

    /** 204: it will never be sent. */
    @POST
    @Path("/discard")
    @AllowedRoles(Roles.ADMIN)
    public CompletionStage<Response> discard(String tenant, String userId, UUID notificationId) {
        return decide(tenant, userId, new DiscardMail(notificationId), Response.Status.NO_CONTENT);
    }

    /** 204: an administrator gave the user what it says. */
    @POST
    @Path("/hand-over")
    public CompletionStage<Response> handOver(String tenant, String userId, UUID notificationId) {
        return decide(tenant, userId, new HandOverMail(notificationId), Response.Status.NO_CONTENT);
    }

    /** 200 with the PIN, the first time; 410 from then on, also for a repetition of that request. */
    @POST
    @Path("/reveal")
    @RunOnVirtualThread
    public Response reveal(String tenant, String userId, UUID notificationId) {
        Actor actor = caller.meta().actor();
        if (!ADMINISTRATOR.equals(actor.role())) {
            throw Refusals.revealNeedsAdministrator().exception();
        }
        if (userId.equals(actor.userId())) {
            throw Refusals.ownPin().exception();
        }
        try {
            return Answers.answer(
                    revealer.reveal(tenant + "/" + userId, notificationId, caller.meta()),
                    shown -> Response.ok(shown).header("Cache-Control", "no-store"),
                    Refusals::problem);
        } catch (Revealer.PinIsLost e) {
            throw Refusals.pinIsLost(e.getMessage()).exception();
        }
    }

    private CompletionStage<Response> decide(
            String tenant, String userId, MailCommand command, Response.Status success) {
        return mailboxes
                .submit(tenant + "/" + userId, command, caller.meta())
                .thenApply(reply -> Answers.answer(reply, done -> Response.status(success), Refusals::problem));
    }
}
