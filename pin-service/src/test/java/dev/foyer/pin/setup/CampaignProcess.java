package dev.foyer.pin.setup;

import static dev.foyer.pin.domain.user.Around.ADMIN;
import static org.awaitility.Awaitility.await;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.pin.Campaigns;
import dev.foyer.pin.ConferenceIds;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignCommand.ListUsers;
import dev.foyer.pin.domain.campaign.CampaignPlan;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.UserFixture;
import dev.foyer.pin.process.CampaignItems;
import dev.foyer.pin.process.CampaignWork;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.ReturnConferenceIds;
import dev.foyer.pin.process.UserListeners;
import dev.foyer.pin.setup.MortalCommands.Life;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.testing.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** pin-service without its HTTP: an owner of all partitions, and what works on campaigns. */
final class CampaignProcess implements AutoCloseable {

    private final AggregateRuntime runtime;
    private final PinAggregates aggregates;
    private final Map<String, Life> lives;

    /** @param snapshots to recover from; @param lives of users who are not asked for ever, or not heard of */
    CampaignProcess(EmbeddedBroker broker, boolean snapshots, Map<String, Life> lives, KeyedPinVault vault) {
        this.lives = lives;
        Users users = (user, command, meta) -> new RoutedUsers(commands(), aggregates()).submit(user, command, meta);
        ConferenceIds ids =
                (id, command, meta) -> new RoutedConferenceIds(commands(), aggregates()).submit(id, command, meta);
        Campaigns campaigns = (campaign, command, meta) ->
                new RoutedCampaigns(commands(), aggregates()).submit(campaign, command, meta);
        aggregates = PinAggregates.of(
                vault::of,
                PinKeysResource.signer(),
                _ -> TenantSettings.DEFAULT,
                UserListeners.of(List.of(new ReturnConferenceIds(users, ids))),
                new CampaignWork(
                        campaigns,
                        new CampaignItems(users, new ConferenceIdAssignment(users, ids, vault)),
                        new SimpleMeterRegistry()),
                new UserLimits(Around.PATIENCE, Around.RESETS, Room.ENDLESS));
        runtime = new AggregateRuntime(
                RuntimeSettings.of(broker.connection(), "pin-service", "pin.journal", 3, "http://127.0.0.1:0")
                        .withSession(Optional.empty(), Duration.ofSeconds(2))
                        .withRecovery(
                                Optional.of(new Snapshots("pin.snapshots", 1, Duration.ofHours(1)))
                                        .filter(_ -> snapshots),
                                false),
                aggregates.all());
        await().atMost(Duration.ofSeconds(60)).until(() -> runtime.partitions().size() == 3 && runtime.ready());
    }

    private Commands commands() {
        return new MortalCommands(runtime, lives);
    }

    private PinAggregates aggregates() {
        return aggregates;
    }

    void provision(UserKey user) {
        String id = UUID.randomUUID().toString();
        var profile = new Profile(user.userId() + "@" + user.tenant(), user.userId(), null, null, null);
        runtime.submit(
                        aggregates.users(),
                        user.toString(),
                        UserFixture.provision(profile),
                        new CommandMeta(id, id, ADMIN))
                .toCompletableFuture()
                .join();
    }

    void list(CampaignKey campaign, CampaignAction action, List<String> users) {
        does(campaign, new ListUsers(new CampaignPlan(action, 40, users.size()), 0, users));
    }

    void does(CampaignKey campaign, CampaignCommand command) {
        String id = UUID.randomUUID().toString();
        runtime.submit(
                        aggregates.campaigns(),
                        campaign.toString(),
                        command,
                        new CommandMeta(id, id, ADMIN).because(CampaignOnABrokerTest.WHY))
                .toCompletableFuture()
                .join();
    }

    Campaign read(CampaignKey campaign) {
        return runtime.read(aggregates.campaigns(), campaign.toString())
                .toCompletableFuture()
                .join();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
