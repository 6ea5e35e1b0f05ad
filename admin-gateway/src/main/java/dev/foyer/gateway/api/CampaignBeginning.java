package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.CampaignListed;
import dev.foyer.gateway.clients.PinServiceClient.CampaignPart;
import dev.foyer.gateway.clients.PinServiceClient.CampaignQuestion;
import dev.foyer.gateway.clients.PinServiceClient.CampaignResult;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.CampaignEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** From a request to a campaign that pin-service works on, or to its preview: who is meant is decided here, once. */
@RequestScoped
public class CampaignBeginning {

    static final int USUAL_PACE = 20;
    static final int FASTEST = 200;

    /** Each is in the memory of pin-service until it is finished. */
    private static final int MOST_UNFINISHED = 10;

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ReadYourWrites readYourWrites;

    /** What is wanted, of whomever. */
    private record Wanted(CampaignAction action, int perSecond, boolean dryRun) {}

    /** @return 201 with a {@link CampaignAnswer}, or 200 with a {@link CampaignPreview} */
    RestResponse<Object> begin(Bodies.Campaign body) {
        Wanted wanted = new Wanted(action(body.action()), pace(body.perSecond()), Boolean.TRUE.equals(body.dryRun()));
        if ((body.users() == null) == (body.query() == null)) {
            throw CampaignProblems.campaignUsersOrQuery().exception();
        }
        CommandContext command = request.command(KeyScope.of("campaign"), body);
        return known(command).orElseGet(() -> {
            List<String> users = body.users() != null
                    ? CampaignUsers.listed(body.users(), request.view())
                    : CampaignUsers.found(query(body.query()), request.view());
            return wanted.dryRun()
                    ? RestResponse.ok(preview(command, wanted, users))
                    : RestResponse.status(RestResponse.Status.CREATED, begin(command, wanted, users));
        });
    }

    private static CampaignAction action(String text) {
        if (text == null || text.isEmpty()) {
            throw Problems.missing("action").exception();
        }
        return Params.oneOf("action", text, CampaignAction.class);
    }

    private static int pace(Integer perSecond) {
        if (perSecond == null) {
            return USUAL_PACE;
        }
        if (perSecond < 1 || perSecond > FASTEST) {
            throw Problems.badParameter("perSecond", "is a number from 1 to " + FASTEST + ".")
                    .exception();
        }
        return perSecond;
    }

    private static UserQuery query(Bodies.CampaignQuery query) {
        return new UserQuery(
                Params.userSearch(query.q()),
                Params.oneOf("state", query.state(), UserQuery.State.class),
                UserQuery.Order.USER_PRINCIPAL_NAME);
    }

    /** The same campaign for the same request: a repetition must not look for the users again, who may be others by now. */
    private Optional<RestResponse<Object>> known(CommandContext command) {
        return request.view()
                .campaign(id(command))
                .map(campaign -> RestResponse.status(RestResponse.Status.CREATED, CampaignAnswer.of(campaign)));
    }

    private static String id(CommandContext command) {
        return UUID.nameUUIDFromBytes((command.tenant() + "\n" + command.commandId()).getBytes(UTF_8))
                .toString();
    }

    private CampaignAnswer begin(CommandContext command, Wanted wanted, List<String> users) {
        checkRoom(request.view());
        String id = id(command);
        Answered<CampaignListed> last = null;
        int from = 0;
        for (List<String> part : CampaignUsers.parts(users)) {
            CampaignPart body = new CampaignPart(wanted.action().name(), wanted.perSecond(), users.size(), from, part);
            last = pinService.call(step(command, from), (pins, of) -> pins.listCampaign(of, id, body));
            from += part.size();
        }
        return readYourWrites
                .read(last, () -> request.view().campaign(id))
                .map(CampaignAnswer::of)
                .orElseGet(() -> CampaignAnswer.accepted(
                        id, wanted.action(), command.account().name(), wanted.perSecond(), users.size()));
    }

    private static void checkRoom(TenantView view) {
        long all = view.campaigns(null, 1, null).total();
        long finished = view.campaigns(CampaignEntry.State.FINISHED, 1, null).total();
        if (all - finished >= MOST_UNFINISHED) {
            throw CampaignProblems.tooManyCampaigns(MOST_UNFINISHED).exception();
        }
    }

    private CampaignPreview preview(CommandContext command, Wanted wanted, List<String> users) {
        List<CampaignResult> results = new ArrayList<>();
        int from = 0;
        for (List<String> part : CampaignUsers.parts(users)) {
            CampaignQuestion question = new CampaignQuestion(wanted.action().name(), part);
            results.addAll(pinService
                    .call(step(command, from), (pins, of) -> pins.previewCampaign(of, question))
                    .body()
                    .results());
            from += part.size();
        }
        return CampaignPreview.of(wanted.action(), users.size(), results);
    }

    /** A step of one request: the same when that is repeated. */
    private static CommandContext step(CommandContext command, int from) {
        return command.withCommandId(command.commandId() + "-" + from);
    }
}
