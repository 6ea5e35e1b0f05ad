package dev.foyer.pin.api;

import dev.foyer.base.Roles;
import dev.foyer.base.text.Ids;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.pin.Campaigns;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignCommand.ContinueCampaign;
import dev.foyer.pin.domain.campaign.CampaignCommand.ListUsers;
import dev.foyer.pin.domain.campaign.CampaignCommand.StopCampaign;
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.campaign.ItemResult;
import dev.foyer.pin.process.CampaignItems;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** Work on many users at once. */
@Path("/internal/v1/tenants/{tenant}/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.ADMIN)
public class CampaignResource {

    private static final String CAMPAIGN_ID = "[0-9a-f-]{36}";

    /** In one request; a list goes on its way in parts. */
    private static final int PART = 500;

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignItems items;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    /**
     * A part of a campaign's users; with the last one it starts.
     *
     * @param count of all its users
     * @param from how many were in the parts before
     */
    record PartBody(
            @NotNull CampaignAction action,
            @PositiveOrZero int perSecond,
            @PositiveOrZero int count,
            @PositiveOrZero int from,

            @NotNull @Size(min = 1, max = PART) @Text(TextKind.OPAQUE)
            List<@NotNull @Pattern(regexp = Ids.EARLIER_ID) String> users) {

        ListUsers command() {
            return new ListUsers(new CampaignPlan(action, perSecond, count), from, users);
        }
    }

    record PreviewBody(
            @NotNull CampaignAction action,

            @NotNull @Size(min = 1, max = PART) @Text(TextKind.OPAQUE)
            List<@NotNull @Pattern(regexp = Ids.EARLIER_ID) String> users) {}

    /** What would become of each, in the order of the question; of whom nothing can be said now there is nothing. */
    record Preview(List<ItemResult> results) {}

    /** How many users are listed by now. */
    record Listed(int users) {}

    @POST
    @Path("/{campaign}/users")
    public CompletionStage<Response> list(
            @RestPath @Pattern(regexp = CAMPAIGN_ID) String campaign, @NotNull @Valid PartBody body) {
        return submit(campaign, body.command());
    }

    /** Also by an operator, at a tenant's end. */
    @POST
    @Path("/{campaign}/stop")
    @AllowedRoles({Roles.ADMIN, Roles.OPERATOR})
    public CompletionStage<Response> stop(@RestPath @Pattern(regexp = CAMPAIGN_ID) String campaign) {
        return submit(campaign, new StopCampaign());
    }

    @POST
    @Path("/{campaign}/continue")
    public CompletionStage<Response> goOn(@RestPath @Pattern(regexp = CAMPAIGN_ID) String campaign) {
        return submit(campaign, new ContinueCampaign());
    }

    /** Changes nothing. */
    @POST
    @Path("/preview")
    public CompletionStage<Response> preview(@NotNull @Valid PreviewBody body) {
        List<CompletableFuture<Optional<ItemResult>>> all = body.users().stream()
                .map(user -> items.preview(new UserKey(tenant, user), body.action(), caller.meta())
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> Response.ok(new Preview(all.stream()
                                .map(CompletableFuture::join)
                                .flatMap(Optional::stream)
                                .toList()))
                        .build());
    }

    private CompletionStage<Response> submit(String campaign, CampaignCommand command) {
        return campaigns
                .submit(new CampaignKey(tenant, campaign), command, caller.meta())
                .thenApply(reply -> Answers.answer(
                        reply,
                        answer -> switch (answer) {
                            case CampaignAnswer.Listed(int users) -> Response.ok(new Listed(users));
                            case CampaignAnswer.Done() -> Response.noContent();
                        },
                        Refusals::problem));
    }
}
