package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.CampaignAction;
import dev.foyer.gateway.api.CampaignAnswer;
import dev.foyer.gateway.api.CampaignsResource;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.index.AmbiguousName;
import dev.foyer.gateway.index.UserEntry;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** The same for many users: choose, look at what would be done, begin, watch, stop, continue, take the result home. */
@Path("/admin/bulk")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BulkPage implements SaysProblems {

    private static final String ROOT = "/admin/bulk/";

    @Inject
    ApiRequest request;

    @Inject
    Bulk bulk;

    @Inject
    CampaignsResource campaigns;

    @Inject
    Words words;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String cursor;

    /** What the forms have in common; lists are long, so they come as multipart. */
    public static class Fields {
        @RestForm
        String action;

        @RestForm
        String whom;

        @RestForm
        String q;

        @RestForm
        String state;

        @RestForm
        String list;

        @RestForm
        String perSecond;

        BulkForm form() {
            return new BulkForm(
                    Params.oneOf("action", action, CampaignAction.class),
                    Params.oneOf("whom", whom, BulkForm.Whom.class),
                    q,
                    state,
                    list,
                    perSecond);
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return part == null ? Templates.bulk(found(), null) : Templates.bulkList(found());
    }

    /** After a sign-in, or with another language: what was sent there is no page. */
    @GET
    @Path("/{step:marked|preview|begin}")
    @Operation(hidden = true)
    public TemplateInstance afterStep() {
        return list();
    }

    /** @param q and {@code state}: as the list of users has them */
    @GET
    @Path("/new")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance choose(@RestQuery String q, @RestQuery String state) {
        return Templates.bulkNew(BulkForm.of(q, state), null);
    }

    /** @param user those that somebody marked in the list of users */
    @POST
    @Path("/marked")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance marked(@RestForm List<String> user) {
        String list = user == null ? "" : user.stream().map(this::named).collect(Collectors.joining("\n"));
        return Templates.bulkNew(BulkForm.of(list), null);
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance preview(Fields fields) {
        BulkForm form = fields.form();
        try {
            return Templates.bulkPreview(bulk.preview(form));
        } catch (BulkRefused e) {
            return Templates.bulkNew(form, e.getMessage());
        } catch (ProblemException e) {
            return Templates.bulkNew(form, said(e.problem()));
        }
    }

    /** @param again whether to go back to the form, with what is in it */
    @POST
    @Path("/begin")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response begin(
            Fields fields,
            @RestForm String seen,
            @RestForm int users,
            @RestForm String typed,
            @RestForm String reason,
            @RestForm String key,
            @RestForm boolean again) {
        BulkForm form = fields.form();
        if (again) {
            return Response.ok(Templates.bulkNew(form, null)).build();
        }
        try {
            Bulk.Begun begun = bulk.begin(form, seen, users, typed, reason, key);
            return begun.campaign() == null
                    ? Response.ok(Templates.bulkPreview(begun.instead())).build()
                    : Response.seeOther(URI.create(
                                    ROOT + Urls.inUrl(begun.campaign().id())))
                            .build();
        } catch (BulkRefused e) {
            return Response.ok(Templates.bulkNew(form, e.getMessage())).build();
        } catch (ProblemException e) {
            return Response.ok(Templates.bulkNew(form, said(e.problem()))).build();
        }
    }

    @GET
    @Path("/{campaignId}")
    @Operation(hidden = true)
    public TemplateInstance one(String campaignId) {
        return show(bulk.pane(campaignId));
    }

    @POST
    @Path("/{campaignId}/stop")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance stop(String campaignId) {
        return act(campaignId, () -> campaigns.stop(campaignId));
    }

    @POST
    @Path("/{campaignId}/continue")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance goOn(String campaignId) {
        return act(campaignId, () -> campaigns.goOn(campaignId));
    }

    @GET
    @Path("/{campaignId}/result.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response result(String campaignId) {
        return Response.ok(campaigns.result(campaignId, null))
                .type("text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"foyer-bulk.csv\"")
                .build();
    }

    /** By the name that people know; what is no user any more stays as it is. */
    private String named(String userId) {
        try {
            return request.view()
                    .userById(userId)
                    .map(UserEntry::userPrincipalName)
                    .filter(name -> request.view()
                            .user(name)
                            .filter(user -> user.userId().equals(userId))
                            .isPresent())
                    .orElse(userId);
        } catch (AmbiguousName _) {
            return userId;
        }
    }

    private TemplateInstance act(String campaignId, Supplier<CampaignAnswer> action) {
        try {
            return show(bulk.pane(action.get()));
        } catch (ProblemException e) {
            return show(bulk.pane(campaignId).refused(said(e.problem())));
        }
    }

    private TemplateInstance show(BulkPane pane) {
        return part == null ? Templates.bulk(found(), pane) : Templates.bulkPane(pane);
    }

    private BulkList found() {
        return bulk.list(cursor == null || cursor.isEmpty() ? null : cursor);
    }

    private String said(Problem problem) {
        return Said.of(problem, words.of(ShellMessages.class));
    }
}
