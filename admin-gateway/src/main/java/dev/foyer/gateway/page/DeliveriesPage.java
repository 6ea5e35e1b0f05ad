package dev.foyer.gateway.page;

import dev.foyer.gateway.api.NotificationKind;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Mails that wait for a person or that no server took: send, hand over, reveal, discard, try again, one or many. */
@Path("/admin/deliveries")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DeliveriesPage implements SaysProblems {

    @Inject
    Deliveries deliveries;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String view;

    @RestQuery
    String kind;

    @RestQuery
    String cursor;

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return part == null ? Templates.deliveries(found(), null) : Templates.deliveryList(found());
    }

    /** After a sign-in, or with another language: what was done with several is no page. */
    @GET
    @Path("/many")
    @Operation(hidden = true)
    public TemplateInstance afterMany() {
        return list();
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance one(String id) {
        return show(deliveries.pane(id, ask()));
    }

    @POST
    @Path("/{id}/send")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(hidden = true)
    public TemplateInstance send(String id, @RestForm String address) {
        return show(deliveries.send(id, ask(), address));
    }

    @POST
    @Path("/{id}/hand-over")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(hidden = true)
    public TemplateInstance handOver(String id) {
        return show(deliveries.act(id, ask(), DeliveryAction.HAND_OVER));
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(hidden = true)
    public TemplateInstance retry(String id) {
        return show(deliveries.act(id, ask(), DeliveryAction.RETRY));
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance discard(String id) {
        return show(deliveries.act(id, ask(), DeliveryAction.DISCARD));
    }

    @POST
    @Path("/{id}/reveal")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance reveal(String id, @RestForm String reason) {
        return show(deliveries.reveal(id, ask(), reason));
    }

    /** What of it the account may not do is refused mail by mail, as it is by the API. */
    @POST
    @Path("/many")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(hidden = true)
    public TemplateInstance many(@RestForm List<String> id, @RestForm DeliveryAction action) {
        DeliveryList.Outcome done = deliveries.many(id, action == null ? DeliveryAction.SEND : action);
        DeliveryList after = found().after(done);
        return part == null ? Templates.deliveries(after, null) : Templates.deliveryList(after);
    }

    private TemplateInstance show(DeliveryPane pane) {
        return part == null ? Templates.deliveries(found(), pane) : Templates.deliveryPane(pane);
    }

    private DeliveryList found() {
        return deliveries.list(ask());
    }

    private DeliveryAsk ask() {
        DeliveryAsk.View wanted = Params.oneOf("view", view, DeliveryAsk.View.class);
        return new DeliveryAsk(
                wanted == null ? DeliveryAsk.View.HELD : wanted,
                Params.oneOf("kind", kind, NotificationKind.class),
                cursor == null || cursor.isEmpty() ? null : cursor);
    }
}
