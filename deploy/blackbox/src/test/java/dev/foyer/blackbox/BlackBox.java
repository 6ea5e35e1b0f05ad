package dev.foyer.blackbox;

import dev.foyer.local.Console;
import dev.foyer.local.access.BrokerUsers;
import dev.foyer.local.broker.Connections;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Api;
import dev.foyer.local.observe.ObserverSettings;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.ProcessRecord;
import dev.foyer.local.recording.Recording;
import dev.foyer.local.run.JournalCheck;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.run.Setup;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.proof.process.SpokenPins;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Foyer in a folder of its own, on free ports, without demo tenants. */
final class BlackBox implements AutoCloseable {

    /** The services live for a minute or two: compiling them well takes longer than it saves. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** Set by {@code ./foyer test --long}: for the few Foyers of the other levels the recording would not pay. */
    private static final String RECORD = "record-start";

    private static final Console CONSOLE = line -> System.out.println("[foyer] " + line);

    static {
        Api.watchedBy(BlackBox::isDescribed); // whatever a test asks: the document says what is answered
    }

    private final LocalFoyer foyer;

    private BlackBox(LocalFoyer foyer) {
        this.foyer = foyer;
    }

    private static void isDescribed(String method, String path, int status, String contentType, String body) {
        List<String> untrue = PublicDocument.ours().untrue(method, path, status, contentType, body);
        if (!untrue.isEmpty()) {
            throw new AssertionError("docs/openapi.json does not say the truth: " + untrue);
        }
    }

    /** Returns when all is ready; the same folder gives the same data. */
    static BlackBox start(Path home) {
        return start(home, "");
    }

    /** The same with more options for the JVMs, as {@code -Dname=value} a setting of the services. */
    static BlackBox start(Path home, String options) {
        return start(home, options, Map.of());
    }

    /** The same where the environment says more, as {@code FOYER_HEAP_PIN=96}. */
    static BlackBox start(Path home, String options, Map<String, String> more) {
        return start(home, options, more, Optional.empty());
    }

    /** The same with the services and the topics of another build. */
    static BlackBox startOf(Repository build, Path home, String options, Map<String, String> more) {
        Setup setup = new Setup(build, new Home(home), Ports.free(), environment(options, more), false);
        return new BlackBox(LocalFoyer.start(setup, CONSOLE));
    }

    private static Map<String, String> environment(String options, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("FOYER_JAVA_OPTIONS", QUICK_START + " " + options);
        return environment;
    }

    /** The same with Prometheus and Alertmanager beside it, which must be installed. */
    static BlackBox start(Path home, String options, Map<String, String> more, Optional<ObserverSettings> observed) {
        recordOnce();
        // After that: a port which is free now may be taken in a minute.
        Setup setup = new Setup(Repository.find(), new Home(home), Ports.free(), environment(options, more), false);
        return new BlackBox(LocalFoyer.start(observed.map(setup::observed).orElse(setup), CONSOLE));
    }

    /** Two lanes of tests start Foyers; the second waits, or its processes would be in the way of the recorded ones. */
    private static synchronized void recordOnce() {
        if (Boolean.getBoolean(RECORD)) {
            Recording.now(Repository.find(), CONSOLE);
        }
    }

    Cast cast() {
        return Cast.of(foyer.ports(), foyer.accounts(), Secrets.mailPasswordOf(foyer.home()));
    }

    /** What {@code ./foyer verify} does, line by line. */
    boolean journalsAgree(Console console) {
        return new JournalCheck(foyer.ports(), foyer.home(), console).allAgree();
    }

    /** The address of the administrators' page. */
    String page() {
        return foyer.ports().http(Endpoint.GATEWAY) + "/";
    }

    Account account(String name) {
        return foyer.accounts().named(name);
    }

    Topics topics() {
        return topicsOf("contoso.com");
    }

    /** To be read whole, and written by that user of the broker. */
    Topics topicsOf(String user) {
        return new Topics(superUser(), connection(user));
    }

    /** How the launcher connects to the broker, to whom everything is allowed. */
    Map<String, Object> superUser() {
        return SuperUser.connection(foyer.home());
    }

    /** How a service, an operator or a tenant's system connects to the broker. */
    Map<String, Object> connection(String user) {
        return Connections.scram(foyer.ports().bootstrap(), user, new BrokerUsers(foyer.home()).password(user));
    }

    /** One more instance of a service; the caller stops it. */
    Child startAnother(Component service, Ports ports, Map<String, String> environment) {
        return foyer.startAnother(service, ports, environment);
    }

    /** The same of another build. */
    Child startAnother(Repository build, Component service, Ports ports, Map<String, String> environment) {
        return foyer.startAnother(build, service, ports, environment);
    }

    Home home() {
        return foyer.home();
    }

    Ports ports() {
        return foyer.ports();
    }

    /** What the gateway signs with. */
    Path gatewayKeys() {
        return foyer.home().secrets().resolve("gateway-keys-private.json");
    }

    /** Seals PINs as the gateway does. */
    SpokenPins spokenPins() {
        return new SpokenPins(foyer.home().secrets().resolve("pin-verification-keys-public.json"));
    }

    /** Whether all four services say that they could decide now. */
    boolean isReady() {
        return Component.services().stream()
                .allMatch(service -> Api.anonymous(ports().http(service.management()))
                                .get("/q/health/ready")
                                .status()
                        == 200);
    }

    /** kill -9. */
    void kill(Component component) {
        foyer.kill(component);
    }

    /** That of a component which runs. */
    ProcessHandle process(Component component) {
        return ProcessRecord.read(foyer.home(), component.title())
                .flatMap(ProcessRecord::alive)
                .orElseThrow();
    }

    /** Starts it, again if it runs; returns when it is ready. */
    void restart(Component component) {
        foyer.restart(component);
    }

    /** kill -9, and start again; returns when it is ready. */
    void crash(Component component) {
        foyer.kill(component);
        foyer.restart(component);
    }

    @Override
    public void close() {
        foyer.close();
    }
}
