package dev.foyer.local.settings;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every setting of the four services and every port, as one page. */
public final class SettingsPage {

    /** Which services have what a module declares. */
    private static final Map<String, List<String>> SERVICES = services();

    private static final List<String> OURS = List.of("foyer.");
    private static final List<String> FIXED = List.of(
            "mp.messaging.",
            "mp.openapi.",
            "quarkus.application.",
            "quarkus.devservices.",
            "quarkus.http.auth.permission.",
            "quarkus.jackson.",
            "quarkus.kafka.devservices.",
            "quarkus.smallrye-openapi.");

    private final Path root;

    private SettingsPage(Path root) {
        this.root = root;
    }

    private static Map<String, List<String>> services() {
        Map<String, List<String>> services = new LinkedHashMap<>();
        services.put("kit/service", List.of("all"));
        services.put("kit/service-eventsourced", List.of("pin", "notification", "meeting"));
        services.put("pin-service", List.of("pin"));
        services.put("notification-service", List.of("notification"));
        services.put("meeting-service", List.of("meeting"));
        services.put("admin-gateway", List.of("gateway"));
        return services;
    }

    /** Where it lies. */
    public static Path fileIn(Repository repository) {
        return repository.root().resolve("docs/operations/settings.md");
    }

    /** Writes it; whether it was another one before. */
    public static boolean write(Repository repository) {
        try {
            Path file = fileIn(repository);
            String now = of(repository);
            boolean changed = !Files.exists(file) || !Files.readString(file).equals(now);
            Files.writeString(file, now);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it should say. */
    public static String of(Repository repository) {
        return new SettingsPage(repository.root()).text();
    }

    /** All that is declared in the code. */
    static List<Setting> declared(Path root) {
        return SERVICES.keySet().stream()
                .flatMap(module -> DeclaredSettings.of(root, module).stream())
                .toList();
    }

    private String text() {
        return """
                # Every setting, and every port
                Made by `./foyer settings` from the code; do not edit. What to do with them: [running Foyer](../guides/running.md).

                A setting is given as an environment variable (second column) or as `-Dkey=value`; durations as `10s`, `5m`, `24h`, lists with commas.
                A start with a bad value, or without one that is needed, ends with one sentence. Of files with keys a change holds without a restart.

                ## Foyer's own
                | setting | environment | service | value | usual | meaning |
                |---|---|---|---|---|---|
                %s
                ## Of Quarkus and Kafka, as Foyer sets them
                What is not here is [Quarkus' own](https://quarkus.io/guides/all-config) and has its usual value. The mail server, the address that is listened at,
                TLS to the broker and to OpenID Connect providers are set by these.

                | setting | environment | service | usual |
                |---|---|---|---|
                %s
                ## Part of the program
                They stand in the same files, and are no settings: another value would read topics anew, or describe the API wrongly.

                | key | service | value |
                |---|---|---|
                %s
                ## Ports
                Of `./foyer up`, on loopback. In containers and on Kubernetes each service has its own of these.

                | port | whose | environment of `./foyer up` |
                |---|---|---|
                %s""".formatted(own(), others(), fixed(), ports());
    }

    private String own() {
        Map<String, List<Setting>> byKey = new TreeMap<>();
        declared(root)
                .forEach(each -> byKey.computeIfAbsent(each.key(), _ -> new ArrayList<>())
                        .add(each));
        StringBuilder rows = new StringBuilder();
        byKey.values()
                .forEach(same -> same.forEach(each -> rows.append("| `%s` | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                each.key(),
                                variable(each),
                                String.join(", ", SERVICES.get(each.module())),
                                each.type(),
                                usual(each),
                                each.meaning()))));
        return rows.toString();
    }

    /** What is declared, unless the service says something else in its own properties. */
    private String usual(Setting setting) {
        StringBuilder values = new StringBuilder();
        SERVICES.forEach((module, services) -> {
            String given = GivenSettings.of(root, module).get(setting.key());
            if (given != null) {
                values.append(values.isEmpty() ? "" : ", ")
                        .append("`")
                        .append(given)
                        .append("` (")
                        .append(String.join(", ", services))
                        .append(")");
            }
        });
        if (values.isEmpty()) {
            return setting.usual();
        }
        return setting.usual().startsWith("**") ? values.toString() : setting.usual() + "; " + values;
    }

    private String others() {
        return rows(key -> !startsWith(OURS, key) && !startsWith(FIXED, key), true);
    }

    private String fixed() {
        return rows(key -> startsWith(FIXED, key), false);
    }

    private String rows(Predicate<String> chosen, boolean withVariable) {
        Map<String, Map<String, List<String>>> values = new TreeMap<>();
        SERVICES.forEach((module, services) -> GivenSettings.of(root, module).forEach((key, value) -> {
            if (chosen.test(key)) {
                values.computeIfAbsent(key, _ -> new TreeMap<>())
                        .computeIfAbsent(value, _ -> new ArrayList<>())
                        .addAll(services);
            }
        }));
        StringBuilder rows = new StringBuilder();
        for (Entry<String, Map<String, List<String>>> key : values.entrySet()) {
            for (Entry<String, List<String>> value : key.getValue().entrySet()) {
                rows.append("| `").append(key.getKey()).append("` | ");
                if (withVariable) {
                    rows.append(variable(new Setting("", key.getKey(), "", "", "")))
                            .append(" | ");
                }
                rows.append(String.join(", ", value.getValue())).append(" | ").append(shown(value.getKey()));
                rows.append(" |\n");
            }
        }
        return rows.toString();
    }

    private static String variable(Setting setting) {
        return setting.variable().isEmpty() ? "" : "`" + setting.variable() + "`";
    }

    private static String shown(String value) {
        return value.isBlank() ? "(empty)" : "`" + value.replace("|", "\\|").strip() + "`";
    }

    private static String ports() {
        StringBuilder rows = new StringBuilder();
        for (Endpoint endpoint : Endpoint.values()) {
            rows.append("| %d | %s | `%s` |\n".formatted(endpoint.usual(), endpoint.owner(), endpoint.variable()));
        }
        return rows.toString();
    }

    private static boolean startsWith(List<String> prefixes, String key) {
        return prefixes.stream().anyMatch(key::startsWith);
    }
}
