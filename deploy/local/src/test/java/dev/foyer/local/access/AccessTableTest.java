package dev.foyer.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.broker.BrokerProcess;
import dev.foyer.local.broker.Connections;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.Service;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every user with every topic, group and transactional id: the broker allows what the file says, and refuses all else. */
@Tag("case-S1a")
@Tag("case-S1b")
@Tag("case-S1c")
@Tag("case-S1d")
class AccessTableTest {

    private static final List<String> TENANTS = List.of("contoso.com", "contoso.com.au", "fabrikam.com");
    private static final TopicList DECLARED = TopicList.read(Repository.find().topics());

    @TempDir
    static Path folder;

    private static BrokerProcess broker;
    private static Provisioning provisioning;
    private static List<Topic> topics;
    private static List<String> names;

    @BeforeAll
    static void start() throws InterruptedException {
        broker = BrokerProcess.start(folder);
        provisioning = Provisioning.of(broker.home(), DECLARED, TENANTS);
        provisioning.apply(System.out::println);
        topics = provisioning.topics().topics();
        names = topics.stream().map(Topic::name).toList();
        assertEquals(Set.copyOf(names), new Attempts(broker.superUser()).written(names));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    static List<String> users() {
        return Stream.of(
                        DECLARED.services().stream().map(Service::name),
                        TENANTS.stream(),
                        Stream.of(BrokerUsers.OPERATOR))
                .flatMap(all -> all)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("users")
    void aUserWritesAndReadsWhatTheFileSays(String user) throws InterruptedException {
        assertEquals(named(user, Topic::writers), as(user).written(names));
        assertEquals(named(user, Topic::readers), as(user).read(names));
    }

    @ParameterizedTest
    @MethodSource("users")
    void aUserIsInTheGroupsAndTransactionsThatTheFileSays(String user) throws InterruptedException {
        assertEquals(of(user, Service::groups), as(user).groups(all(Service::groups), names.getFirst()));
        assertEquals(of(user, Service::transactionalIds), as(user).transactionalIds(all(Service::transactionalIds)));
    }

    /** What the file must say, whoever edits it. */
    @Test
    void whatTookTheProductOverIsWrittenByOneServiceOnly() throws InterruptedException {
        for (String user : users()) {
            Set<String> written = as(user).written(names);
            assertEquals(user.equals("notification-service"), written.contains("notification.keys"), user);
            for (String topic : List.of("pin.deliveries", "organizer.verified", "pin.events", "tenant.settings")) {
                assertEquals(user.equals("pin-service"), written.contains(topic), user + " and " + topic);
            }
        }
    }

    /** Their names begin alike: no rule may be for a prefix. */
    @Test
    void aTenantHasItsOwnTopicsAndNoOthers() throws InterruptedException {
        for (String tenant : TENANTS) {
            assertEquals(
                    Set.of("in." + tenant + ".directory", "in." + tenant + ".bridge", "in." + tenant + ".organizer"),
                    as(tenant).written(names));
            assertEquals(Set.of("out." + tenant + ".events"), as(tenant).read(names));
            assertEquals(
                    Set.of("out." + tenant + ".readers"), as(tenant).groups(all(Service::groups), names.getFirst()));
        }
    }

    @ParameterizedTest
    @MethodSource("users")
    void nobodyButTheSuperUserChangesTheBroker(String user) {
        try (Admin admin = Admin.create(connection(user))) {
            refused(admin.createTopics(List.of(new NewTopic("in." + user + ".other", 1, (short) 1)))
                    .all());
            refused(admin.deleteTopics(List.of("pin.journal")).all());
            refused(admin.describeAcls(AclBindingFilter.ANY).values());
            refused(admin.createAcls(provisioning.rules()).all());
            refused(admin.describeUserScramCredentials().all());
        }
    }

    @Test
    void whoHasNoPasswordIsNobody() {
        String bootstrap = broker.bootstrap();
        String password = provisioning.users().password("contoso.com");
        for (String user : List.of("contoso.com", "pin-service", "nobody", "foyer-broker", "../kafka/operator")) {
            isSentAway(Connections.plain(bootstrap, user, "guess"));
            isSentAway(Connections.scram(bootstrap, user, "guess"));
        }
        isSentAway(Connections.plain(bootstrap, "fabrikam.com", password));
        isSentAway(Connections.scram(bootstrap, "fabrikam.com", password));
        Map<String, Object> open = new HashMap<>(Map.of("bootstrap.servers", bootstrap));
        open.put("default.api.timeout.ms", 2_000);
        open.put("request.timeout.ms", 1_000);
        assertThrows(ExecutionException.class, () -> askWho(open));
    }

    @Test
    void theSuperUsersPasswordOpensNothingWhereTheOthersConnect() {
        Map<String, Object> superUser = new HashMap<>(broker.superUser());
        superUser.put("bootstrap.servers", broker.bootstrap());
        isSentAway(superUser);
        String internal = (String) broker.superUser().get("bootstrap.servers");
        isSentAway(Connections.plain(internal, "operator", provisioning.users().password("operator")));
    }

    private static void isSentAway(Map<String, Object> connection) {
        ExecutionException refusal = assertThrows(ExecutionException.class, () -> askWho(connection));
        assertTrue(refusal.getCause() instanceof SaslAuthenticationException, refusal::toString);
        assertFalse(refusal.getMessage().contains("guess"), refusal::toString);
    }

    private static void askWho(Map<String, Object> connection) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection)) {
            admin.describeCluster().clusterId().get();
        }
    }

    private static void refused(KafkaFuture<?> asked) {
        ExecutionException refusal = assertThrows(ExecutionException.class, asked::get);
        assertTrue(refusal.getCause() instanceof AuthorizationException, refusal::toString);
    }

    private static Attempts as(String user) {
        return new Attempts(connection(user));
    }

    /** Services by SCRAM, the others by PLAIN. */
    private static Map<String, Object> connection(String user) {
        String password = provisioning.users().password(user);
        return DECLARED.isService(user)
                ? Connections.scram(broker.bootstrap(), user, password)
                : Connections.plain(broker.bootstrap(), user, password);
    }

    private static Set<String> named(String user, Function<Topic, List<String>> whom) {
        String name = user.equals(BrokerUsers.OPERATOR) ? TopicList.OPERATORS : user;
        return topics.stream()
                .filter(topic -> whom.apply(topic).contains(name))
                .map(Topic::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> of(String user, Function<Service, List<String>> what) {
        return provisioning.topics().services().stream()
                .filter(service -> service.name().equals(user))
                .flatMap(service -> what.apply(service).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<String> all(Function<Service, List<String>> what) {
        return provisioning.topics().services().stream()
                .flatMap(service -> what.apply(service).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
