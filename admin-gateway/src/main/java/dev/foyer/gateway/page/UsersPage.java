package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.KeyScope;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.PinAnswer;
import dev.foyer.gateway.api.Pins;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserQuery;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

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
        return part == null ? Templates.users(list(), null) : Templates.list(list());
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
            String user, @RestForm MailChoice mail, @RestForm String address, @RestForm String key) {
        return act(user, found -> {
            Bodies.Reset body =
                    new Bodies.Reset(choice(mail).sendEmail(), choice(mail).address(address), null);
            return pins.reset(found, body, command(key, Pins.resetting(found), body));
        });
    }

    @POST
    @Path("/{user}/conferencing")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance enable(
            String user, @RestForm MailChoice mail, @RestForm String address, @RestForm String key) {
        return act(user, found -> {
            Bodies.Enable body =
                    new Bodies.Enable(choice(mail).sendEmail(), choice(mail).address(address), null, null, null, null);
            return pins.enable(found, body, command(key, Pins.enabling(found), body))
                    .getEntity();
        });
    }

    /** What a page cannot show is said in the page, not as a document for programs. */
    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return ProblemPages.answer(part != null, e.problem());
    }

    @ServerExceptionMapper
    public Response notNow(Unavailable e) {
        return ProblemPages.answer(part != null, Problem.unavailable("recovering", e.getMessage(), 1));
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException e) {
        return ProblemPages.answer(
                part != null,
                Problem.of(403, "role-missing", "Your account may not do this", "Sign in with another account."));
    }

    private TemplateInstance act(String user, Function<UserEntry, PinAnswer> action) {
        UserEntry before = request.user(user);
        try {
            NewPin made = NewPin.of(action.apply(before));
            return show(pane(latest(before)).with(made));
        } catch (ProblemException e) {
            return show(pane(before).refused(e.problem().detail()));
        }
    }

    /** Whatever the index does meanwhile: the PIN that was just made reaches its page. */
    private UserEntry latest(UserEntry before) {
        try {
            return request.view().userById(before.userId()).orElse(before);
        } catch (Unavailable _) {
            return before;
        }
    }

    private CommandContext command(String key, KeyScope scope, Object body) {
        return key == null
                ? request.command(scope, body)
                : request.command(key, request.is(Roles.ADMIN) ? Roles.ADMIN : Roles.HELPDESK, scope, body);
    }

    private static MailChoice choice(MailChoice given) {
        return given == null ? MailChoice.AUTOMATIC : given;
    }

    private TemplateInstance show(UserPane pane) {
        return part == null
                ? Templates.users(pane.fresh() == null ? list() : listIfPossible(), pane)
                : Templates.pane(pane);
    }

    private UserList listIfPossible() {
        try {
            return list();
        } catch (Unavailable _) {
            return new UserList(ResultPage.empty(), "", "");
        }
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
