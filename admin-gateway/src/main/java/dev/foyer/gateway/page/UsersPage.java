package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.index.UserEntry;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Find users, select one, and do what the account may: asked once, done once, and a new PIN seen once. */
@Path("/admin/users")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UsersPage implements SaysProblems {

    private static final String SEARCH = "search";

    @Inject
    ApiRequest request;

    @Inject
    UserLists lists;

    @Inject
    UserPanes panes;

    @Inject
    UserActions actions;

    @Inject
    Words words;

    @Inject
    HttpServerResponse response;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    /** The id of what asked htmx. */
    @RestHeader("HX-Trigger")
    String trigger;

    /** The address that the browser shows, when htmx asks. */
    @RestHeader("HX-Current-URL")
    String shown;

    /** Set when the page asks by itself. */
    @RestHeader("Foyer-Unasked")
    String unasked;

    @RestQuery
    String q;

    @RestQuery
    String state;

    @RestQuery
    String sort;

    @RestQuery
    String size;

    @RestQuery
    List<String> col;

    @RestQuery
    String cursor;

    @RestQuery
    String at;

    @GET
    @Operation(hidden = true)
    public TemplateInstance users() {
        UserList list = lists.list(ask());
        if (part == null) {
            return Templates.users(list, null, null);
        }
        if (SEARCH.equals(trigger)) {
            response.putHeader("HX-Replace-Url", list.ask().beside(shown));
        } else if (unasked == null) {
            response.putHeader("HX-Push-Url", list.ask().beside(shown));
        }
        return Templates.list(list);
    }

    @GET
    @Path("/{user}")
    @Operation(hidden = true)
    public TemplateInstance user(String user) {
        return show(panes.pane(request.user(user), ask()));
    }

    /** The question before something is done, with all that there is to say about it. */
    @GET
    @Path("/{user}/act/{action}")
    @Operation(hidden = true)
    public TemplateInstance question(String user, String action) {
        UserEntry found = request.user(user);
        Offer offer = offered(action);
        return offer.fits(found)
                ? show(panes.action(found, ask(), offer))
                : show(panes.pane(found, ask())); // somebody else was faster
    }

    @POST
    @Path("/{user}/act/{action}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance act(
            String user,
            String action,
            @RestForm String key,
            @RestForm String reason,
            @RestForm MailChoice mail,
            @RestForm String address,
            @RestForm String choice,
            @RestForm String conferenceId,
            @RestForm String serviceNumber,
            @RestForm String tollFreeServiceNumber,
            @RestForm String allowPstnOnlyMeetings) {
        UserForm form = new UserForm(
                mail, address, choice, conferenceId, serviceNumber, tollFreeServiceNumber, allowPstnOnlyMeetings);
        UserEntry before = request.user(user);
        Offer offer = offered(action);
        request.useKey(key);
        request.useReason(reason);
        try {
            UnaryOperator<UserPane> done = actions.act(offer, before, form);
            response.putHeader("HX-Trigger-After-Swap", "users-changed");
            return show(done.apply(panes.pane(panes.latest(before), ask())));
        } catch (ProblemException e) {
            return offer.fits(before)
                    ? show(panes.action(before, ask(), offer).refused(said(e.problem()), form, reason))
                    : show(panes.pane(before, ask()).refused(said(e.problem())));
        }
    }

    /** Where the mail with a PIN stands that is being looked at, or that another PIN has taken its place. */
    @GET
    @Path("/{user}/mail/{mail}")
    @Operation(hidden = true)
    public TemplateInstance mail(String user, String mail) {
        UserEntry found = request.user(user);
        boolean present = panes.isPresent(found, mail);
        if (!present) {
            response.putHeader("HX-Retarget", "#fresh").putHeader("HX-Reswap", "outerHTML");
        }
        return Templates.fate(found, present ? mail : null, panes.mail(mail), ask(), true);
    }

    /** Where a mail with conference information stands, for whoever asked for it. */
    @GET
    @Path("/{user}/information/{mail}")
    @Operation(hidden = true)
    public TemplateInstance information(String user, String mail) {
        return Templates.fate(request.user(user), mail, panes.mail(mail), ask(), false);
    }

    private UserAsk ask() {
        return UserAsk.of(q, state, sort, size, col, cursor, at);
    }

    private String said(Problem problem) {
        return Said.of(problem, words.of(ShellMessages.class));
    }

    /** @throws ForbiddenException when the account may not */
    private Offer offered(String word) {
        Offer offer = Offer.named(word)
                .orElseThrow(() -> Problem.of(404, "not-found", "Not found", "There is nothing at this address.")
                        .exception());
        if (!offer.isFor(request.account())) {
            throw new ForbiddenException();
        }
        return offer;
    }

    private TemplateInstance show(UserPane pane) {
        return part == null
                ? Templates.users(pane.fresh() == null ? lists.list(ask()) : lists.listIfPossible(ask()), pane, null)
                : Templates.pane(pane);
    }

    private TemplateInstance show(UserAction action) {
        return part == null ? Templates.users(lists.list(ask()), null, action) : Templates.action(action);
    }
}
