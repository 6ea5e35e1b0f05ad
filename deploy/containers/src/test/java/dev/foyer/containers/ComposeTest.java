package dev.foyer.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.container.HandedOut;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.Heaps;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be known of {@code compose.yaml} without an engine. */
class ComposeTest {

    private static final Path FILE = Repository.find().root().resolve("deploy/containers/compose.yaml");
    private static final Pattern SECRET = Pattern.compile("/foyer/(secrets/[^\\s\"]+)");

    @TempDir
    Path folder;

    @Test
    void everyFileThatAServiceIsToldOfIsMade() throws IOException {
        Home home = new Home(folder);
        home.create();
        Provisioning.of(
                home,
                TopicList.read(Repository.find().topics()),
                Secrets.prepare(home, Map.of()).accounts().tenants());
        HandedOut.of(home);
        Matcher told = SECRET.matcher(Files.readString(FILE));
        int files = 0;
        while (told.find()) {
            assertTrue(Files.isRegularFile(folder.resolve(told.group(1))), told::group);
            files++;
        }
        assertTrue(files > 20, "files: " + files);
    }

    /** The gateway, where people come in, must not have what PINs are verified with; nor anybody what is another's. */
    @Test
    @Tag("A6")
    void aServiceSeesTheSecretsThatItIsToldOfAndNoOthers() throws IOException {
        Home home = new Home(folder);
        home.create();
        Provisioning.of(
                home,
                TopicList.read(Repository.find().topics()),
                Secrets.prepare(home, Map.of()).accounts().tenants());
        HandedOut.of(home);
        for (Component service : Component.services()) {
            JsonNode container = services().path(service.title());
            Set<String> told = new TreeSet<>();
            container.path("environment").forEach(value -> {
                Matcher secret = SECRET.matcher(value.asText());
                if (secret.matches()) {
                    told.add(secret.group(1));
                }
            });
            assertEquals(1, container.path("volumes").size(), service::title);
            String volume = container.path("volumes").path(0).asText();
            assertTrue(volume.endsWith(":/foyer/secrets:ro"), volume);
            String device = tree().path("volumes")
                    .path(volume.substring(0, volume.indexOf(':')))
                    .path("driver_opts")
                    .path("device")
                    .asText();
            Path seen = folder.resolve(device.substring(device.indexOf("}/") + 2));
            try (Stream<Path> files = Files.walk(seen)) {
                assertEquals(
                        told,
                        files.filter(Files::isRegularFile)
                                .map(file -> "secrets/" + seen.relativize(file))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        service.title());
            }
        }
        assertTrue(tree().path("x-service").path("volumes").isMissingNode());
    }

    @Test
    void nothingIsPublishedButOnLoopback() throws IOException {
        for (JsonNode service : services()) {
            service.path("ports").forEach(port -> assertTrue(port.asText().startsWith("127.0.0.1:"), port::asText));
        }
        assertEquals(0, services().path("kafka").path("ports").size());
        assertEquals(0, services().path("pin-service").path("ports").size());
    }

    @Test
    void everythingIsReadOnlyAndMayDoNothing() throws IOException {
        for (Component service : Component.services()) {
            JsonNode container = services().path(service.title());
            JsonNode common = container.path("<<").isMissingNode() ? container : tree().path("x-service");
            assertTrue(common.path("read_only").asBoolean(), service::title);
            assertEquals("ALL", common.path("cap_drop").path(0).asText(), service::title);
            assertEquals("30s", common.path("stop_grace_period").asText(), service::title);
        }
        JsonNode common = tree().path("x-service");
        services().forEach(each -> {
            JsonNode says = each.path("<<").isMissingNode() ? each : common;
            assertTrue(says.path("read_only").asBoolean(), each::toString);
            assertEquals(
                    "no-new-privileges:true", says.path("security_opt").path(0).asText(), each::toString);
        });
    }

    /** As much heap as {@code ./foyer up} gives: 60 % of the limit is heap, by the image. */
    @Test
    void eachHasTheMemoryThatWasMeasured() throws IOException {
        for (Component service : Component.services()) {
            int limit = Integer.parseInt(
                    services().path(service.title()).path("mem_limit").asText().replace("m", ""));
            int heap = Heaps.of(Map.of()).of(service);
            assertEquals(heap, limit * 0.6, heap * 0.06, service.title());
        }
    }

    /** A service answers Prometheus under the name that it is asked by, and at the port that the image says. */
    @Test
    void prometheusReadsEveryServiceByItsName() throws IOException {
        JsonNode jobs = new ObjectMapper(new YAMLFactory())
                .readTree(FILE.resolveSibling("prometheus.yaml").toFile())
                .path("scrape_configs");
        Set<String> read = new TreeSet<>();
        jobs.forEach(job -> job.path("static_configs")
                .forEach(each -> read.add(each.path("targets").path(0).asText())));
        Set<String> there = new TreeSet<>(Set.of("kafka:9095"));
        for (Component service : Component.services()) {
            there.add(service.title() + ":" + service.management().usual());
            assertEquals(
                    service.title(),
                    services()
                            .path(service.title())
                            .path("environment")
                            .path("FOYER_MANAGEMENT_HOSTS")
                            .asText());
        }
        assertEquals(there, read);
        assertEquals("9095", services().path("kafka").path("command").path(5).asText());
    }

    private static JsonNode services() throws IOException {
        return tree().path("services");
    }

    private static JsonNode tree() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
    }
}
