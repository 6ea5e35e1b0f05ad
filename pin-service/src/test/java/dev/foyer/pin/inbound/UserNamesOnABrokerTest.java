package dev.foyer.pin.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.UserName;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names that two doors give, or that change hands in a directory, as everybody hears of it in the public events. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class UserNamesOnABrokerTest {

    @Inject
    UserNaming naming;

    private final String tenant = "n" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private TenantSystem directory;

    @BeforeEach
    void open() {
        directory = TenantSystem.ofNew(tenant);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    @Tag("G5")
    void ofDoorsThatGiveOneNameAtOnceOneSucceeds() {
        for (int round = 0; round < 10; round++) {
            String name = "Kx" + round + "@" + tenant;
            List<CompletableFuture<Reply<UserRefusal, UserAnswer>>> doors = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String spelled = i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT);
                doors.add(put("r" + round + "-" + i, spelled));
            }
            String last = "r" + round + "-directory";
            say(last, name);
            long done = doors.stream()
                    .filter(door -> door.join() instanceof Reply.Done)
                    .count();
            await().atMost(Duration.ofSeconds(30)).until(() -> names().containsKey(last));
            assertEquals(
                    1,
                    names().values().stream()
                            .filter(shown -> UserName.same(shown, name))
                            .count(),
                    () -> name + " in " + names());
            assertEquals(1, done + (name.equals(names().get(last)) ? 1 : 0), name);
        }
    }

    @Test
    @Tag("G6")
    void aSwapEndsRightWhoeverIsHeardFirst() {
        for (int round = 0; round < 2; round++) {
            String one = "one-" + round;
            String other = "other-" + round;
            say(one, one);
            say(other, other);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> one.equals(names().get(one)) && other.equals(names().get(other)));
            if (round % 2 == 0) {
                say(one, other);
                say(other, one);
            } else {
                say(other, one);
                say(one, other);
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> other.equals(names().get(one)) && one.equals(names().get(other)));
        }
    }

    /** The record that makes room comes much later, and until then everything else of the user goes on. */
    @Test
    @Tag("G6")
    void whoWaitsForANameIsThereMeanwhile() {
        say("holder", "Wanted");
        await().atMost(Duration.ofSeconds(30)).until(() -> "Wanted".equals(names().get("holder")));
        say("waiter", "wanted");
        await().atMost(Duration.ofSeconds(30)).until(() -> "waiter".equals(names().get("waiter")));
        assertEquals(
                new Reply.Refused<>(new UserRefusal.UserNameTaken()),
                put("late", "WANTED").join());
        directory.say("UserRemoved", "holder", "{\"userId\":\"holder\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> "wanted".equals(names().get("waiter")));
    }

    private CompletableFuture<Reply<UserRefusal, UserAnswer>> put(String user, String name) {
        Actor admin = Around.ADMIN;
        String id = UUID.randomUUID().toString();
        return naming.byPerson(
                        new UserKey(tenant, user),
                        new ProvisionUser(new Profile(name, "Somebody", null, null, null)),
                        new CommandMeta(id, id, admin))
                .toCompletableFuture();
    }

    private void say(String user, String name) {
        directory.say(
                "UserProvisioned",
                user,
                "{\"userId\":\"%s\",\"userPrincipalName\":\"%s\",\"displayName\":\"Somebody\"}".formatted(user, name));
    }

    /** By user, as the last public event says it. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                .filter(event -> event.subject().startsWith(tenant + "/"))
                .filter(event -> event.type().contains("UserProvisioned"))
                .forEach(event -> names.put(
                        event.subject().substring(tenant.length() + 1),
                        event.data().path("userPrincipalName").asText()));
        return names;
    }
}
