package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.AuditResource;
import dev.foyer.gateway.api.HistoryAnswer;
import dev.foyer.gateway.api.ListAnswer;
import dev.foyer.gateway.api.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** What happened in the tenant: find, export. */
@Path("/admin/audit")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuditPage implements SaysProblems {

    private static final String SHOWN = "50";

    @Inject
    ApiRequest request;

    @Inject
    AuditResource audit;

    @Inject
    Shell shell;

    @RestQuery
    String user;

    @RestQuery
    String actor;

    @RestQuery
    String type;

    @RestQuery
    String conferenceId;

    @RestQuery
    String from;

    @RestQuery
    String to;

    @RestQuery
    String cursor;

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        String after = cursor == null || cursor.isEmpty() ? null : cursor;
        AuditSearch search = search();
        ListAnswer<HistoryAnswer> found = audit.list(search.wanted(), SHOWN, after);
        Map<String, String> names = new HashMap<>();
        List<EventRow> rows = found.items().stream()
                .map(event -> EventRow.of(event, name(event.user(), names), shell.language()))
                .toList();
        return Templates.audit(new AuditList(
                request.account().tenant(),
                new ListAnswer<>(rows, found.next(), found.total(), found.behind()),
                search,
                after != null,
                types()));
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response csv() {
        return file(audit.csv(search().wanted(), null), "text/csv;charset=utf-8", "foyer-audit.csv");
    }

    @GET
    @Path("/export.ndjson")
    @Produces("application/x-ndjson")
    @Operation(hidden = true)
    public Response ndjson() {
        return file(audit.ndjson(search().wanted()), "application/x-ndjson", "foyer-audit.ndjson");
    }

    private static Response file(StreamingOutput content, String type, String name) {
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private AuditSearch search() {
        return new AuditSearch(user, actor, type, conferenceId, from, to);
    }

    private String name(String userId, Map<String, String> known) {
        return userId == null
                ? null
                : known.computeIfAbsent(
                        userId,
                        id -> request.view().userById(id).map(Names::shownName).orElse(id));
    }

    private List<HookList.Group> types() {
        Glossary events = Glossary.of("events", shell.language());
        return Stream.of(HookService.PIN, HookService.NOTIFICATION, HookService.MEETING)
                .map(service -> new HookList.Group(
                        service,
                        events.keys().stream()
                                .filter(key -> key.startsWith(service.prefix()))
                                .map(key -> new HookList.Type(
                                        key.substring(service.prefix().length()), events.word(key)))
                                .toList()))
                .toList();
    }
}
