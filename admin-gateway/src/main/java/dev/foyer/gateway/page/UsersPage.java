package dev.foyer.gateway.page;

import dev.foyer.eventsourcing.service.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.PinAnswer;
import dev.foyer.gateway.api.Pins;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.clients.Wish;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserQuery;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Find a user, select, enable or reset the PIN, see it once. */
@Path("/admin/users")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UsersPage {

    private static final int SHOWN = 25;

    @Inject
    ApiRequest request;

    @Inject
    Pins pins;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String q;

    @RestQuery
    String state;

    @RestQuery
    String cursor;

    @GET
    @Operation(hidden = true)
    public TemplateInstance users() {
        return part == null ? Templates.users(request.account(), list(), null) : Templates.list(list());
    }

    @GET
    @Path("/{user}")
    @Operation(hidden = true)
    public TemplateInstance user(String user) {
        return show(pane(request.user(user)));
    }

    @POST
    @Path("/{user}/pin/reset")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(hidden = true)
    public TemplateInstance reset(
            String user, @RestForm MailChoice mail, @RestForm String address, @RestForm String wish) {
        return act(user, wish, found -> {
            Bodies.Reset body =
                    new Bodies.Reset(choice(mail).sendEmail(), choice(mail).address(address), null);
            return pins.reset(found, body, wish(wish, body));
        });
    }

    @POST
    @Path("/{user}/conferencing")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance enable(
            String user, @RestForm MailChoice mail, @RestForm String address, @RestForm String wish) {
        return act(user, wish, found -> {
            Bodies.Enable body =
                    new Bodies.Enable(choice(mail).sendEmail(), choice(mail).address(address), null, null, null, null);
            return pins.enable(found, body, wish(wish, body)).getEntity();
        });
    }

    private TemplateInstance act(String user, String wish, Function<UserEntry, PinAnswer> action) {
        UserEntry before = request.user(user);
        try {
            NewPin made = NewPin.of(action.apply(before));
            return show(pane(request.user(user)).with(made));
        } catch (ProblemException e) {
            return show(pane(before).refused(e.problem().detail()));
        }
    }

    private Wish wish(String key, Object body) {
        return key == null
                ? request.wish(body)
                : request.wish(key, request.is(Roles.ADMIN) ? Roles.ADMIN : Roles.HELPDESK, body);
    }

    private static MailChoice choice(MailChoice given) {
        return given == null ? MailChoice.AUTOMATIC : given;
    }

    private TemplateInstance show(UserPane pane) {
        return part == null ? Templates.users(request.account(), list(), pane) : Templates.pane(pane, list());
    }

    private UserPane pane(UserEntry user) {
        boolean admin = request.is(Roles.ADMIN);
        return UserPane.of(user, admin || request.is(Roles.HELPDESK), admin);
    }

    private UserList list() {
        UserQuery query = new UserQuery(
                Params.search(q), Params.oneOf("state", state, UserQuery.State.class), UserQuery.Order.DISPLAY_NAME);
        return new UserList(
                request.view().users(query, SHOWN, cursor == null || cursor.isEmpty() ? null : cursor),
                q == null ? "" : q,
                state == null ? "" : state);
    }
}
