package dev.foyer.local.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicListTest {

    private final List<Topic> topics =
            TopicList.read(Repository.find().topics()).topics();

    @Test
    void everyTopicStandsThereOnceAndWhole() {
        assertEquals(topics.size(), topics.stream().map(Topic::name).distinct().count());
        topics.forEach(topic -> {
            assertTrue(topic.partitions() > 0, topic.name());
            assertFalse(topic.key().isBlank(), topic.name());
            assertFalse(topic.writers().isEmpty(), topic.name());
            assertFalse(topic.readers().isEmpty(), topic.name());
            assertFalse(topic.purpose().isBlank(), topic.name());
        });
    }

    @Test
    void journalsAreKeptForEver() {
        List<Topic> journals = topics.stream()
                .filter(topic -> topic.name().endsWith(".journal"))
                .toList();
        assertEquals(3, journals.size());
        journals.forEach(journal ->
                assertEquals("-1", journal.toCreate((short) 1).configs().get("retention.ms"), journal.name()));
    }

    @Test
    void journalsAndSealedPinsAreReadByOneServiceOnly() {
        topics.stream()
                .filter(topic -> topic.name().endsWith(".journal"))
                .forEach(topic -> assertEquals(topic.writers(), topic.readers(), topic.name()));
        assertEquals(List.of("notification-service"), named("pin.deliveries").readers());
    }

    @Test
    void sealedPinsAreForgottenAfterTheHoldTime() {
        assertEquals(
                String.valueOf(7L * 24 * 60 * 60 * 1000),
                named("pin.deliveries").toCreate((short) 1).configs().get("retention.ms"));
    }

    @Test
    void everyTenantHasItsOwnDirectoryTopic() {
        TopicList made = new TopicList(topics, List.of(), List.of()).of(List.of("contoso.com", "fabrikam.com"));
        assertEquals(
                List.of("in.contoso.com.directory", "in.fabrikam.com.directory"),
                made.topics().stream()
                        .map(Topic::name)
                        .filter(name -> name.endsWith(".directory"))
                        .toList());
        assertTrue(made.topics()
                .containsAll(
                        topics.stream().filter(topic -> !topic.isOfTenants()).toList()));
        assertFalse(made.topics().stream().anyMatch(Topic::isOfTenants));
    }

    @Test
    void aSlipInANameIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("topics.yaml");
        String good = Files.readString(Repository.find().topics());
        for (String slip : List.of("readers: [pin-servise]", "readers: [operator]", "readers: [\"<tenant>\"]")) {
            Files.writeString(file, good.replaceFirst("readers: \\[pin-service]", slip));
            CannotRun problem = assertThrows(CannotRun.class, () -> TopicList.read(file));
            assertTrue(problem.getMessage().contains("use pin.journal"), problem.getMessage());
        }
    }

    @Test
    void transactionalIdsFollowThePartitionsOfTheJournal() {
        Service service = TopicList.read(Repository.find().topics()).services().getFirst();
        assertEquals(
                List.of(
                        "pin-service-0",
                        "pin-service-1",
                        "pin-service-2",
                        "pin-service-0-1",
                        "pin-service-1-1",
                        "pin-service-2-1"),
                service.transactionalIds());
    }

    private Topic named(String name) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
