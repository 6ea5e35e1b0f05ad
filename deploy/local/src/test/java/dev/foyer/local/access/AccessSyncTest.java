package dev.foyer.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.access.AccessSync.Changes;
import dev.foyer.local.broker.BrokerProcess;
import dev.foyer.local.broker.Connections;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.TopicList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The users and rules of a broker follow the files, whatever was there before. */
class AccessSyncTest {

    private static final TopicList DECLARED = TopicList.read(Repository.find().topics());

    @TempDir
    static Path folder;

    private static BrokerProcess broker;
    private static Provisioning provisioning;

    @BeforeAll
    static void start() {
        broker = BrokerProcess.start(folder);
        provisioning = Provisioning.of(broker.home(), DECLARED, List.of("contoso.com"));
        provisioning.apply(line -> {});
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aSecondTimeNothingChanges() {
        List<String> said = new ArrayList<>();
        provisioning.apply(said::add);
        assertEquals(List.of("All " + provisioning.topics().topics().size() + " topics are there."), said);
    }

    @Test
    void whatNoFileSaysIsTakenAwayAndStrangersRulesStay() throws Exception {
        AclBinding wide = rule("User:contoso.com", "in.", PatternType.PREFIXED);
        AclBinding everybodys = rule("User:*", "pin.deliveries", PatternType.LITERAL);
        AclBinding strangers = rule("User:monitoring", "pin.events", PatternType.LITERAL);
        try (Admin admin = Admin.create(broker.superUser());
                AccessSync sync = new AccessSync(broker.superUser())) {
            admin.createAcls(List.of(wide, everybodys, strangers)).all().get();
            assertEquals(new Changes(0, 2), sync.sync(provisioning.users(), provisioning.rules()));
            assertTrue(sync.rules().contains(strangers));
            assertEquals(new Changes(0, 0), sync.sync(provisioning.users(), provisioning.rules()));
            admin.deleteAcls(List.of(strangers.toFilter())).all().get();
        }
    }

    @Test
    void operatorsComeAndGoWithoutARestart() throws Exception {
        BrokerUsers users = provisioning.users();
        String password = users.password("mira");
        Map<String, Object> plain = Connections.plain(broker.bootstrap(), "mira", password);
        Map<String, Object> scram = Connections.scram(broker.bootstrap(), "mira", password);
        assertTrue(isLetIn(plain), "PLAIN reads the files");
        assertFalse(isLetIn(scram));

        provisioning.apply(line -> {});
        assertTrue(isLetIn(scram));
        assertTrue(new Attempts(plain)
                .groups(Set.of("pin-service.owners"), "pin.events")
                .isEmpty());

        String renewed = users.renew("mira");
        assertFalse(isLetIn(plain));
        provisioning.apply(line -> {});
        assertFalse(isLetIn(scram));
        assertTrue(isLetIn(Connections.scram(broker.bootstrap(), "mira", renewed)));

        users.remove("mira");
        provisioning.apply(line -> {});
        assertFalse(isLetIn(Connections.plain(broker.bootstrap(), "mira", renewed)));
        assertFalse(isLetIn(Connections.scram(broker.bootstrap(), "mira", renewed)));
        try (AccessSync sync = new AccessSync(broker.superUser())) {
            assertTrue(sync.rules().stream()
                    .noneMatch(rule -> rule.entry().principal().equals("User:mira")));
        }
    }

    private static boolean isLetIn(Map<String, Object> connection) throws InterruptedException {
        try (Admin admin = Admin.create(connection)) {
            admin.describeCluster().clusterId().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static AclBinding rule(String principal, String topic, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, pattern),
                new AccessControlEntry(principal, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }
}
