package dev.foyer.gateway.page;

import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.AuditResource;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.MeetingAnswer;
import dev.foyer.gateway.api.MeetingInvitationResource;
import dev.foyer.gateway.api.MeetingsResource;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Who waits and who is in; let them in, end it. The resources of the API answer and decide. */
@Path("/admin/meetings")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MeetingsPage implements SaysProblems {

    private static final int SHOWN = 50;
    private static final String LAST_EVENTS = "12";

    /** What people put between the digits of a conference ID. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]+");

    @Inject
    ApiRequest request;

    @Inject
    MeetingsResource meetings;

    @Inject
    MeetingInvitationResource invitations;

    @Inject
    AuditResource audit;

    @Inject
    Shell shell;

    @Inject
    Words words;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String view;

    @RestQuery
    String cursor;

    /** A conference ID, as somebody typed it. */
    @RestQuery
    String q;

    /** Whoever looks for a meeting gets it, whatever the list shows. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        String wanted = q == null ? "" : BETWEEN.matcher(q).replaceAll("");
        if (wanted.isEmpty()) {
            return part == null ? Templates.meetings(found(), null) : Templates.meetingList(found());
        }
        return request.view().meeting(wanted).isPresent()
                ? Templates.meetings(found(), pane(wanted))
                : Templates.meetings(found().without(q.strip()), null);
    }

    @GET
    @Path("/{conferenceId}")
    @Operation(hidden = true)
    public TemplateInstance one(String conferenceId) {
        return show(pane(conferenceId));
    }

    /** @param callId of one who waits; nothing: of everybody */
    @POST
    @Path("/{conferenceId}/admit")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance admit(String conferenceId, @RestForm String callId) {
        String whom = callId == null || callId.isEmpty() ? null : Params.text("callId", TextKind.ID, callId);
        return act(
                conferenceId,
                MeetingPane.Done.ADMITTED,
                () -> meetings.admit(conferenceId, new Bodies.Admission(whom)));
    }

    @POST
    @Path("/{conferenceId}/end")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance end(String conferenceId) {
        return act(conferenceId, MeetingPane.Done.ENDED, () -> meetings.end(conferenceId));
    }

    private TemplateInstance act(String conferenceId, MeetingPane.Done done, Runnable action) {
        try {
            action.run();
            return show(pane(conferenceId).after(done));
        } catch (ProblemException e) {
            return show(pane(conferenceId).refused(Said.of(e.problem(), words.of(ShellMessages.class))));
        }
    }

    private TemplateInstance show(MeetingPane pane) {
        return part == null ? Templates.meetings(found(), pane) : Templates.meetingPane(pane);
    }

    private MeetingAsk ask() {
        MeetingAsk.View wanted = Params.oneOf("view", view, MeetingAsk.View.class);
        return new MeetingAsk(
                wanted == null ? MeetingAsk.View.LIVE : wanted, cursor == null || cursor.isEmpty() ? null : cursor);
    }

    private MeetingList found() {
        MeetingAsk ask = ask();
        ListAnswer<MeetingAnswer> found = switch (ask.view()) {
            case LIVE -> live(ask.cursor());
            case WAITING -> meetings.list(Phase.WAITING.name(), null, null, ask.cursor());
            case ENDED -> meetings.list(Phase.ENDED.name(), null, null, ask.cursor());
        };
        Instant now = Instant.now();
        List<MeetingRow> rows = found.items().stream()
                .map(meeting -> row(meeting, now))
                .sorted(Comparator.comparing((MeetingRow row) -> row.waiting().isEmpty()))
                .toList();
        return new MeetingList(new ListAnswer<>(rows, found.next(), found.total(), found.behind()), ask, null);
    }

    private ListAnswer<MeetingAnswer> live(String after) {
        CallerMask callers = request.callers();
        return ListAnswer.of(
                request.view().liveMeetings(SHOWN, after), meeting -> MeetingAnswer.listed(meeting, callers));
    }

    private MeetingPane pane(String conferenceId) {
        MeetingRow row = row(meetings.get(conferenceId), Instant.now());
        return new MeetingPane(
                row, ask(), request.is(Roles.ADMIN), row.over() ? null : join(conferenceId), events(row), null, null);
    }

    private MeetingRow row(MeetingAnswer meeting, Instant now) {
        return new MeetingRow(
                meeting,
                request.view().userById(meeting.organizer()).orElse(null),
                now,
                Locale.forLanguageTag(shell.language()));
    }

    /** Written by another service: while that is away, all the rest is shown. */
    private String join(String conferenceId) {
        try {
            return invitations.text(conferenceId, null, null);
        } catch (ProblemException e) {
            return null;
        }
    }

    private List<EventRow> events(MeetingRow row) {
        if (!request.is(Roles.ADMIN) && !request.is(Roles.AUDITOR)) {
            return null;
        }
        var ofThis = new AuditResource.Wanted(null, null, null, row.meeting().conferenceId(), null, null);
        return audit.list(ofThis, LAST_EVENTS, null).items().stream()
                .map(event -> EventRow.of(event, null, shell.language()))
                .toList();
    }
}
