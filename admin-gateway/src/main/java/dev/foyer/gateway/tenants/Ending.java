package dev.foyer.gateway.tenants;

import dev.foyer.base.Position;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.DirectoryClient;
import dev.foyer.gateway.clients.MeetingServiceClient;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.clients.TenantsClient;
import dev.foyer.gateway.clients.WebhooksClient;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Each by a command of its own, in the operator's name, so that each is an event that says who did it. */
record Ending(
        CommandContext operator,
        RemoteService<PinServiceClient> pinService,
        RemoteService<MeetingServiceClient> meetingService,
        RemoteService<WebhooksClient> webhooks,
        RemoteService<DirectoryClient> directory,
        RemoteService<TenantsClient> process)
        implements TenantContents.Endings {

    @Override
    public List<Position> meeting(String conferenceId) {
        return meetingService
                .run(next(operator), (meetings, of) -> meetings.end(of, conferenceId))
                .positions();
    }

    @Override
    public List<Position> user(String userId) {
        return pinService
                .run(next(operator), (pins, of) -> pins.remove(of, userId))
                .positions();
    }

    @Override
    public void unaddressable(Set<String> userIds) {
        process.run(next(operator), (tenants, of) -> tenants.removeUnaddressable(of, new TenantsClient.Users(userIds)));
    }

    @Override
    public List<Position> scan(String source) {
        return pinService
                .run(next(operator), (pins, of) -> pins.clearSource(of, source))
                .positions();
    }

    @Override
    public List<Position> campaign(String id) {
        return pinService
                .run(next(operator), (pins, of) -> pins.stopCampaign(of, id))
                .positions();
    }

    @Override
    public List<Position> account(String name) {
        return pinService
                .run(next(operator), (pins, of) -> pins.forgetAccount(of, name))
                .positions();
    }

    @Override
    public List<Position> removeWebhooks() {
        return webhooks.run(next(operator), WebhooksClient::removeAll).positions();
    }

    @Override
    public List<Position> revokeScimTokens() {
        return directory.run(next(operator), DirectoryClient::revokeAllTokens).positions();
    }

    /** A command of its own, of the same request. */
    static CommandContext next(CommandContext operator) {
        return operator.withCommandId(UUID.randomUUID().toString());
    }
}
