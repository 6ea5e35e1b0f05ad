package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.CampaignEntry;
import dev.foyer.gateway.index.TenantView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Bulk work (section F): pin-service works on it, at a pace, through any restart; here it is begun and watched. */
@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@RunOnVirtualThread
public class CampaignsResource {

    @Inject
    ApiRequest request;

    @Inject
    CampaignBeginning beginning;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ReadYourWrites readYourWrites;

    @POST
    @AnswersJson
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary =
                    "Has something done to many users: enable, reset the PIN, re-issue PINs that are too short by now",
            description =
                    "For users (userIds or userPrincipalNames), or for all that a query finds, as GET /users does; at most"
                            + " 10,000. New PINs are mailed or held as the tenant's settings say, and shown to nobody. Each"
                            + " user is done once. With dryRun nothing is done, and the answer says what would be. A body of"
                            + " text/csv is a list of users with the rest as parameters. It has at most 1 MiB.")
    @APIResponse(
            responseCode = "201",
            description = "It has begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CampaignAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "dryRun: what would be done",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CampaignPreview.class)))
    public RestResponse<Object> begin(Bodies.Campaign body) {
        return beginning.begin(Bodies.required(body));
    }

    @POST
    @AnswersJson
    @Consumes(Export.CSV)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public RestResponse<Object> beginByCsv(
            @RestQuery String action,
            @RestQuery String perSecond,
            @RestQuery String dryRun,
            byte[] body,
            @Context UriInfo asked) {
        boolean onlyTried = Params.flag(asked, "dryRun"); // of an empty one the framework says that there is none
        List<String> users = CampaignUsers.ofCsv(Bodies.required(body));
        return beginning.begin(new Bodies.Campaign(action, users, null, number(perSecond), onlyTried, null));
    }

    private static Integer number(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return text.matches("[0-9]{1,6}") ? Integer.valueOf(text) : Integer.valueOf(0);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "Campaigns, the latest first, with how far they are")
    public ListAnswer<CampaignAnswer> list(@RestQuery String state, @RestQuery String limit, @RestQuery String cursor) {
        return ListAnswer.of(request.view().campaigns(state(state), Params.limit(limit), cursor), CampaignAnswer::of);
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(@RestQuery String state, @RestQuery String separator) {
        TenantView view = request.view();
        CampaignEntry.State wanted = state(state);
        return new Export<>(
                        cursor -> view.campaigns(wanted, Export.PAGE, cursor).map(CampaignAnswer::of))
                .csv(Tables.CAMPAIGNS, Params.separator(separator));
    }

    private static CampaignEntry.State state(String state) {
        return Params.oneOf("state", state, CampaignEntry.State.class);
    }

    @GET
    @Path("/{campaignId}")
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One campaign with how far it is")
    public CampaignAnswer get(String campaignId) {
        return CampaignAnswer.of(campaign(campaignId));
    }

    @GET
    @Path("/{campaignId}/result")
    @Produces(Export.CSV)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "What became of each user so far, as CSV; never with a PIN",
            description = "separator is comma or semicolon.")
    @APIResponse(
            responseCode = "200",
            description = "user, userPrincipalName, displayName, outcome, reason, mail, at",
            content = @Content(mediaType = Export.CSV, schema = @Schema(implementation = String.class)))
    public StreamingOutput result(
            String campaignId,
            @Parameter(description = "comma (when absent) or semicolon") @RestQuery String separator) {
        String id = campaign(campaignId).id();
        TenantView view = request.view();
        return new Export<>(cursor -> CampaignResults.page(view, id, cursor))
                .csv(Tables.CAMPAIGN_RESULT, Params.separator(separator));
    }

    @POST
    @Path("/{campaignId}/stop")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Stops a campaign; whose turn it is at this moment is still done")
    public CampaignAnswer stop(String campaignId) {
        CampaignEntry campaign = unfinished(campaignId);
        return shown(
                campaign,
                pinService.run(
                        request.command(new KeyScope("stop-campaign", campaign.id()), null),
                        (pins, of) -> pins.stopCampaign(of, campaign.id())));
    }

    @POST
    @Path("/{campaignId}/continue")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Lets a stopped campaign go on where it was; after 30 days it cannot any more")
    public CampaignAnswer goOn(String campaignId) {
        CampaignEntry campaign = unfinished(campaignId);
        return shown(
                campaign,
                pinService.run(
                        request.command(new KeyScope("continue-campaign", campaign.id()), null),
                        (pins, of) -> pins.continueCampaign(of, campaign.id())));
    }

    private CampaignAnswer shown(CampaignEntry before, Answered<Void> done) {
        return CampaignAnswer.of(readYourWrites
                .read(done, () -> request.view().campaign(before.id()))
                .orElse(before));
    }

    /** Of a request that may be a repetition pin-service knows what it answered before the end. */
    private CampaignEntry unfinished(String id) {
        CampaignEntry campaign = campaign(id);
        if (campaign.state() == CampaignEntry.State.FINISHED && !request.isRepeatable()) {
            throw CampaignProblems.campaignIsOver().exception();
        }
        return campaign;
    }

    private CampaignEntry campaign(String id) {
        return request.view()
                .campaign(id)
                .orElseThrow(() -> CampaignProblems.campaignNotFound().exception());
    }
}
