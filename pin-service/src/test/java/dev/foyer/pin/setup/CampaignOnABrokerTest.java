package dev.foyer.pin.setup;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.Campaign.Finished;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.campaign.CampaignCommand.ContinueCampaign;
import dev.foyer.pin.domain.campaign.CampaignCommand.StopCampaign;
import dev.foyer.pin.setup.MortalCommands.Life;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns whose owner dies in the middle of a batch, when some users are done and nobody has heard of it. */
@Tag("F")
@Tag("G3")
class CampaignOnABrokerTest {

    private static final int USERS = 60;
    static final String WHY = "CHG-17: longer PINs";

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.createAll(broker);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    /** Recovered from the journal alone, or from snapshots. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachUserIsDoneOnceThoughTheOwnerDies(boolean snapshots) {
        String tenant = snapshots ? "two.example" : "one.example";
        CampaignKey enabling = new CampaignKey(tenant, UUID.randomUUID().toString());
        CampaignKey resetting = new CampaignKey(tenant, UUID.randomUUID().toString());
        Map<String, Life> lives = new HashMap<>();
        try (CampaignProcess first = process(snapshots, lives)) {
            users().forEach(user -> first.provision(new UserKey(tenant, user)));
            first.list(enabling, CampaignAction.ENABLE, users());
            await().atMost(Duration.ofSeconds(60)).until(() -> first.read(enabling) instanceof Finished);
            // In the second batch, one is never asked and one is done without anybody hearing of it.
            lives.put(tenant + "/u-25", new Life(0, false));
            lives.put(tenant + "/u-30", new Life(0, true));
            first.list(resetting, CampaignAction.RESET_PIN, users());
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            reset(tenant).containsKey("u-30") && reset(tenant).containsKey("u-39"));
            assertInstanceOf(Working.class, first.read(resetting));
            assertFalse(reset(tenant).containsKey("u-40"), "a batch began before the outcomes of the last were known");
        }
        try (CampaignProcess next = process(snapshots, Map.of())) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(CompletionException.class) // not owned yet
                    .until(() -> next.read(resetting) instanceof Finished);
        }
        for (String type : List.of("UserEnabled", "PinReset")) {
            Map<String, Long> times = times(tenant, type);
            assertEquals(new HashSet<>(users()), times.keySet());
            assertEquals(Set.of(1L), new HashSet<>(times.values()), type);
        }
        for (CampaignKey campaign : List.of(enabling, resetting)) {
            assertEquals(sorted(users()), sorted(results(campaign)), "each user has one result");
        }
        assertEquals(
                Set.of(resetting.id()),
                events(tenant, "PinReset")
                        .map(event -> event.cause().correlationId())
                        .collect(toSet()));
        assertEquals(
                Set.of(WHY),
                Stream.of("CampaignStarted", "UserEnabled", "PinReset")
                        .flatMap(type -> events(tenant, type))
                        .map(InboundEvent::reason)
                        .collect(toSet()),
                "G3: what is done to each user says why");
    }

    @Test
    void whatIsStoppedStaysStoppedThroughARestartAndIsContinuedWhereItWas() {
        String tenant = "three.example";
        CampaignKey campaign = new CampaignKey(tenant, UUID.randomUUID().toString());
        try (CampaignProcess first = process(true, Map.of())) {
            users().forEach(user -> first.provision(new UserKey(tenant, user)));
            first.list(campaign, CampaignAction.ENABLE, users());
            await().until(() -> !results(campaign).isEmpty());
            first.does(campaign, new StopCampaign());
            await().until(() -> first.read(campaign) instanceof Campaign.Stopped);
        }
        int done = results(campaign).size();
        try (CampaignProcess next = process(true, Map.of())) {
            assertInstanceOf(Campaign.Stopped.class, next.read(campaign));
            assertEquals(done, times(tenant, "UserEnabled").size());
            next.does(campaign, new ContinueCampaign());
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(CompletionException.class) // not owned yet
                    .until(() -> next.read(campaign) instanceof Finished);
        }
        assertEquals(sorted(users()), sorted(results(campaign)));
        assertEquals(Set.of(1L), new HashSet<>(times(tenant, "UserEnabled").values()));
    }

    /** As long as notification-service was never there nobody is done and nobody is given up. */
    @Test
    void withoutAKeyItSaysWhatItWaitsForAndWithOneItGoesOn() {
        String tenant = "four.example";
        CampaignKey campaign = new CampaignKey(tenant, UUID.randomUUID().toString());
        try (CampaignProcess first = new CampaignProcess(broker, true, Map.of(), PinKeysResource.keyless())) {
            users().forEach(user -> first.provision(new UserKey(tenant, user)));
            first.list(campaign, CampaignAction.ENABLE, users());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> awaiting(campaign).equals(List.of("NO_DELIVERY_KEY")));
            assertEquals(Map.of(), times(tenant, "UserEnabled"));
        }
        try (CampaignProcess next = process(true, Map.of())) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(CompletionException.class) // not owned yet
                    .until(() -> next.read(campaign) instanceof Finished);
        }
        assertEquals(sorted(users()), sorted(results(campaign)));
        assertEquals(Set.of(1L), new HashSet<>(times(tenant, "UserEnabled").values()));
    }

    /** Who is asked again comes a little later. */
    private static List<String> sorted(List<String> users) {
        return users.stream().sorted().toList();
    }

    private static List<String> awaiting(CampaignKey campaign) {
        return events(campaign.tenant(), "CampaignProgressed")
                .map(event -> event.data().path("awaiting").asText())
                .toList();
    }

    private static CampaignProcess process(boolean snapshots, Map<String, Life> lives) {
        return new CampaignProcess(broker, snapshots, lives, PinKeysResource.keyed());
    }

    private static List<String> users() {
        return IntStream.range(0, USERS).mapToObj(i -> "u-" + i).toList();
    }

    private static Map<String, Long> reset(String tenant) {
        return times(tenant, "PinReset");
    }

    private static Map<String, Long> times(String tenant, String type) {
        return events(tenant, type)
                .collect(groupingBy(event -> event.data().path("userId").asText(), counting()));
    }

    private static List<String> results(CampaignKey campaign) {
        return events(campaign.tenant(), "CampaignProgressed")
                .filter(event -> event.data().path("campaignId").asText().equals(campaign.id()))
                .flatMap(event ->
                        StreamSupport.stream(event.data().path("results").spliterator(), false))
                .filter(result -> result.path("outcome").asText().equals("DONE"))
                .map(result -> result.path("user").asText())
                .toList();
    }

    private static Stream<InboundEvent> events(String tenant, String type) {
        return TopicContents.events(broker, "pin.events").stream()
                .filter(event -> tenant.equals(event.tenant()) && event.type().equals("foyer.pin." + type + ".v1"));
    }
}
