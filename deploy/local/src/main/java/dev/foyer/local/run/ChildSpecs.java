package dev.foyer.local.run;

import dev.foyer.local.CannotRun;
import dev.foyer.local.backup.Restored;
import dev.foyer.local.broker.BrokerMain;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.ChildSpec;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.Heaps;
import dev.foyer.local.process.JavaCommand;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.sink.SinkMain;
import dev.foyer.local.tenants.TenantsMain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each component is started: its program, its memory, and the environment that its configuration reads. */
final class ChildSpecs {

    /** Who tries or measures on this machine may need more resets than a tenant does. */
    private static final List<String> RESET_LIMITS = List.of("FOYER_RESETS_PER_USER", "FOYER_RESETS_PER_ACTOR");

    /** Who tries webhooks on this machine has a receiver on it. */
    private static final List<String> WEBHOOKS =
            List.of("FOYER_WEBHOOKS_ALLOWED_ADDRESSES", "FOYER_WEBHOOKS_ALLOW_HTTP", "FOYER_WEBHOOKS_WAITS");

    private final Repository repository;
    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final List<String> javaOptions;
    private final Map<String, String> given;
    private final Heaps heaps;
    private final AotCaches caches;
    private final boolean records;
    private final boolean observed;
    private final boolean demo;

    ChildSpecs(Setup setup, Secrets secrets) {
        this.caches = new AotCaches(setup.repository());
        this.records = setup.records();
        this.observed = setup.observed().isPresent();
        this.demo = setup.hasPhones();
        this.javaOptions = setup.javaOptions();
        this.given = setup.environment();
        this.heaps = Heaps.of(given);
        this.repository = setup.repository();
        this.home = setup.home();
        this.ports = setup.ports();
        this.secrets = secrets;
    }

    ChildSpec of(Component component) {
        return switch (component) {
            case BROKER ->
                observed
                        ? launcher(
                                component,
                                BrokerMain.class,
                                home.root(),
                                home.brokerData(),
                                port(Endpoint.BROKER),
                                port(Endpoint.BROKER_METRICS))
                        : launcher(component, BrokerMain.class, home.root(), home.brokerData(), port(Endpoint.BROKER));
            case SINK ->
                launcher(
                        component,
                        SinkMain.class,
                        port(Endpoint.SMTP),
                        port(Endpoint.SMTP_VIEW),
                        secrets.mailPasswordFile());
            case TENANTS ->
                launcher(
                        component,
                        TenantsMain.class,
                        home.root(),
                        repository.topics(),
                        port(Endpoint.TENANTS),
                        secrets.gatewayPublicKeys());
            case PIN_SERVICE ->
                service(
                        component,
                        Map.of(
                                "FOYER_PEPPER_FILE", secrets.pepper(),
                                "FOYER_SIGNING_KEYS_FILE", secrets.pinKeys().pinSigning(),
                                "FOYER_VERIFICATION_KEYS_FILE",
                                        secrets.pinKeys().verification(),
                                "FOYER_NOTIFICATION_SIGNERS_FILE",
                                        secrets.pinKeys().notificationSigners()));
            case NOTIFICATION_SERVICE ->
                service(
                        component,
                        Map.of(
                                "FOYER_DELIVERY_KEYS_FILE",
                                secrets.pinKeys().delivery(),
                                "FOYER_SIGNING_KEYS_FILE",
                                secrets.pinKeys().notificationSigning(),
                                "FOYER_PIN_SIGNERS_FILE",
                                secrets.pinKeys().pinSigners(),
                                "FOYER_PUBLIC_URL",
                                ports.http(Endpoint.GATEWAY),
                                "QUARKUS_MAILER_HOST",
                                "127.0.0.1",
                                "QUARKUS_MAILER_PORT",
                                port(Endpoint.SMTP),
                                "QUARKUS_MAILER_FROM",
                                "Foyer <no-reply@foyer.example>"));
            case MEETING_SERVICE ->
                service(
                        component,
                        Map.of(
                                "FOYER_PIN_SIGNERS_FILE", secrets.pinKeys().pinSigners(),
                                "FOYER_WEBHOOKS_KEYS_FILE", secrets.pinKeys().webhooks()));
            case ADMIN_GATEWAY ->
                service(
                        component,
                        Map.of(
                                "FOYER_PIN_SERVICE_URL", ports.https(Endpoint.PIN),
                                "FOYER_NOTIFICATION_SERVICE_URL", ports.https(Endpoint.NOTIFICATION),
                                "FOYER_MEETING_SERVICE_URL", ports.https(Endpoint.MEETING),
                                "FOYER_PIN_VERIFICATION_KEYS_FILE",
                                        secrets.pinKeys().verificationPublic(),
                                "FOYER_INDEX_DIRECTORY", home.data().resolve("gateway-index"),
                                "FOYER_ACCOUNTS_FILE", secrets.accountsFile(),
                                "FOYER_SIGNING_KEYS_FILE", secrets.gatewayPrivateKeys(),
                                "FOYER_TENANTS_URL", ports.https(Endpoint.TENANTS),
                                "FOYER_SESSION_KEY_FILE", secrets.sessionKeyFile()));
        };
    }

    /** One more of a service, on ports of its own. */
    ChildSpec another(Component service, Ports others, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(of(service).environment());
        environment.putAll(more);
        String port = Integer.toString(others.of(service.endpoint()));
        environment.put(portKey(service), port);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(others.of(service.management())));
        return jar(service, service.title() + "-" + port, environment);
    }

    private ChildSpec launcher(Component component, Class<?> main, Object... arguments) {
        List<String> program = new ArrayList<>();
        if (component != Component.BROKER) {
            program.add(JavaCommand.LITTLE_WORK);
        }
        program.addAll(javaOptions);
        program.addAll(cacheFlags(component));
        program.addAll(JavaCommand.program(main, arguments));
        // By the environment: a long command line would be cut off where a later run looks for its marks.
        return new ChildSpec(
                component,
                component.title(),
                JavaCommand.of(home, component.title(), heaps.of(component), program),
                Map.of("CLASSPATH", repository.classPath()));
    }

    private ChildSpec service(Component component, Map<String, Object> own) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put(portKey(component), port(component.endpoint()).toString());
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", port(component.management()).toString());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.bootstrap());
        environment.put(
                "FOYER_KAFKA_PASSWORD_FILE",
                home.brokerUsers().resolve(component.title()).toString());
        environment.putAll(secrets.certificates().environment(component.title()));
        if (component.hasJournal()) {
            environment.put(
                    "FOYER_GATEWAY_KEYS_FILE", secrets.gatewayPublicKeys().toString());
            environment.put(
                    "FOYER_INSTANCE_KEYS_FILE",
                    secrets.instanceKeys().get(component.title()).toString());
        }
        environment.putAll(logs());
        own.forEach((name, value) -> environment.put(name, value.toString()));
        if (component == Component.PIN_SERVICE) {
            RESET_LIMITS.forEach(name -> environment.computeIfAbsent(name, given::get));
        }
        if (component == Component.ADMIN_GATEWAY) {
            environment.put("FOYER_DEMO", Boolean.toString(demo));
        }
        if (component == Component.NOTIFICATION_SERVICE) {
            Restored.of(home)
                    .ifPresent(restored -> environment.put(
                            "FOYER_RESTORED_AT", restored.moment().toString()));
        }
        if (component == Component.MEETING_SERVICE) {
            WEBHOOKS.forEach(name -> environment.computeIfAbsent(name, given::get));
        }
        return jar(component, component.title(), environment);
    }

    /** {@code FOYER_LOG=json}: each line is one object, and what is decided is said, too. */
    private Map<String, String> logs() {
        String form = given.getOrDefault("FOYER_LOG", "text").strip();
        return switch (form) {
            case "text", "" -> Map.of();
            case "json" ->
                Map.of(
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                        "true",
                        "QUARKUS_LOG_CATEGORY__DEV_FOYER_DECISIONS__LEVEL",
                        "INFO");
            default -> throw new CannotRun("FOYER_LOG is \"" + form + "\"; it may be text or json.");
        };
    }

    private ChildSpec jar(Component service, String name, Map<String, String> environment) {
        List<String> program = new ArrayList<>(javaOptions);
        program.addAll(cacheFlags(service));
        program.addAll(List.of("-jar", repository.serviceJar(service.title()).toString()));
        return new ChildSpec(service, name, JavaCommand.of(home, name, heaps.of(service), program), environment);
    }

    private List<String> cacheFlags(Component component) {
        return caches.of(component)
                .map(cache -> records && !cache.isSettled() ? cache.flagsToRecord() : cache.flags())
                .orElse(List.of());
    }

    /** People come to the gateway over plain HTTP on loopback; the services behind it answer to certificates only. */
    private static String portKey(Component service) {
        return service == Component.ADMIN_GATEWAY ? "QUARKUS_HTTP_PORT" : "QUARKUS_HTTP_SSL_PORT";
    }

    private Integer port(Endpoint endpoint) {
        return ports.of(endpoint);
    }
}
