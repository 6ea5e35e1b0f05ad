package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.HistoryAnswer;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.index.HistoryEntry;
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
import java.util.Optional;
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
        Function<HistoryEntry, EventRow> row =
                HistoryAnswer.in(tenant).andThen(answer -> EventRow.of(answer, null, shell.language()));
        String after = cursor == null || cursor.isEmpty() ? null : cursor;
        Timeline all = new Timeline(
                found.userId(),
                Names.shownName(found),
                tenant.timeline(found.userId(), SHOWN, after).map(row),
                after,
                asOf == null || asOf.isEmpty() ? null : past(found.userId(), row));
        return part == null || asOf == null ? Templates.timeline(all) : Templates.timelinePast(all);
    }

    private Timeline.Past past(String userId, Function<HistoryEntry, EventRow> row) {
        TenantView tenant = request.view();
        HistoryEntry then = tenant.timelineEvent(userId, asOf)
                .orElseThrow(() -> Problem.of(
                                404, "event-not-found", "There is no such event", "Choose one of the timeline.")
                        .exception());
        return new Timeline.Past(row.apply(then), asOf(userId, then).orElse(null));
    }

    /** After an event of the user; of a mail or a meeting there is no such moment, so at its time. */
    private Optional<UserEntry> asOf(String userId, HistoryEntry then) {
        TenantView tenant = request.view();
        try {
            return tenant.userAsOf(userId, new UserPast.Moment.After(then.id()));
        } catch (UserPast.NoSuchEvent _) {
            return tenant.userAsOf(userId, new UserPast.Moment.At(then.at()));
        }
    }
}
