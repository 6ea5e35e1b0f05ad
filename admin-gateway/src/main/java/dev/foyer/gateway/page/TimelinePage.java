package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.HistoryAnswer;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.index.HistoryEntry;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserPast;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** One timeline of all that happened to a user and in the user's meetings, and how everything stood at each moment of it. */
@Path("/admin/audit/users/{user}")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TimelinePage implements SaysProblems {

    private static final int SHOWN = 50;

    @Inject
    ApiRequest request;

    @Inject
    Shell shell;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String cursor;

    /** The id of an event of the user. */
    @RestQuery
    String asOf;

    @GET
    @Operation(hidden = true)
    public TemplateInstance timeline(String user) {
        UserEntry found = request.user(user);
        TenantView tenant = request.view();
        Function<HistoryEntry, HistoryAnswer> answer = HistoryAnswer.in(tenant);
        String after = cursor == null || cursor.isEmpty() ? null : cursor;
        ResultPage<EventRow> events = tenant.timeline(found.userId(), SHOWN, after)
                .map(event -> EventRow.of(answer.apply(event), null, shell.language()));
        Timeline all = new Timeline(found.userId(), Names.shownName(found), events, after != null, past(found, events));
        return part == null || asOf == null ? Templates.timeline(all) : Templates.timelinePast(all);
    }

    /** After an event of the user; of a mail or a meeting there is no such moment, so at its time. */
    private Timeline.Past past(UserEntry user, ResultPage<EventRow> events) {
        if (asOf == null || asOf.isEmpty()) {
            return null;
        }
        EventRow then = events.items().stream()
                .filter(row -> row.event().id().equals(asOf))
                .findFirst()
                .orElse(null);
        TenantView tenant = request.view();
        try {
            return new Timeline.Past(
                    then,
                    tenant.userAsOf(user.userId(), new UserPast.Moment.After(asOf))
                            .orElse(null));
        } catch (UserPast.NoSuchEvent e) {
            if (then == null) {
                throw Problem.of(404, "event-not-found", "There is no such event", "Choose one of the timeline.")
                        .exception();
            }
            return new Timeline.Past(
                    then,
                    tenant.userAsOf(
                                    user.userId(),
                                    new UserPast.Moment.At(then.event().at()))
                            .orElse(null));
        }
    }
}
