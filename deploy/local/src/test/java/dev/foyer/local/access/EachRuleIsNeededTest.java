package dev.foyer.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.Pause;
import dev.foyer.local.broker.BrokerProcess;
import dev.foyer.local.broker.Connections;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No rule is there in vain: each is taken away in turn, its user is refused exactly that, and let in again when it is back. */
@Tag("long")
class EachRuleIsNeededTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static BrokerProcess broker;
    private static Provisioning provisioning;
    private static Admin admin;

    @BeforeAll
    static void start() throws InterruptedException {
        broker = BrokerProcess.start(folder);
        provisioning =
                Provisioning.of(broker.home(), TopicList.read(Repository.find().topics()), List.of("contoso.com"));
        provisioning.apply(System.out::println);
        admin = Admin.create(broker.superUser());
        List<String> topics =
                provisioning.topics().topics().stream().map(Topic::name).toList();
        assertEquals(Set.copyOf(topics), new Attempts(broker.superUser()).written(topics));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void whatIsTakenAwayIsMissed() throws Exception {
        Set<AclBinding> rules = provisioning.rules();
        assertTrue(rules.size() > 50, rules::toString);
        for (AclBinding rule : rules) {
            assertTrue(isAllowed(rule), () -> "not let in by " + rule);
            admin.deleteAcls(List.of(rule.toFilter())).all().get();
            awaitInForce(rule, false);
            assertTrue(!isAllowed(rule), () -> "let in without " + rule);
            admin.createAcls(List.of(rule)).all().get();
            awaitInForce(rule, true);
        }
    }

    private static boolean isAllowed(AclBinding rule) throws InterruptedException {
        String user = AccessRules.user(rule.entry().principal());
        String name = rule.pattern().name();
        Attempts attempts = new Attempts(
                Connections.scram(broker.bootstrap(), user, provisioning.users().password(user)));
        return switch (rule.pattern().resourceType()) {
            case TOPIC ->
                rule.entry().operation() == AclOperation.WRITE
                        ? !attempts.written(List.of(name)).isEmpty()
                        : !attempts.read(List.of(name)).isEmpty();
            case GROUP -> !attempts.groups(List.of(name), readable(user)).isEmpty();
            case TRANSACTIONAL_ID -> !attempts.transactionalIds(List.of(name)).isEmpty();
            default -> throw new AssertionError(rule);
        };
    }

    /** Positions are of topics that one may read. */
    private static String readable(String user) {
        return provisioning.topics().topics().stream()
                .filter(topic -> topic.readers().contains(user))
                .map(Topic::name)
                .findFirst()
                .orElseThrow();
    }

    private static void awaitInForce(AclBinding rule, boolean there) {
        assertTrue(
                Pause.untilTrue(PATIENCE, () -> {
                    try {
                        return admin.describeAcls(rule.toFilter())
                                        .values()
                                        .get()
                                        .isEmpty()
                                != there;
                    } catch (ExecutionException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                rule::toString);
    }
}
