package dev.foyer.local.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicListTest {

    private final List<Topic> topics =
            TopicList.read(Repository.find().topics()).topics();

    @Test
    void everyTopicStandsThereOnceAndWhole() {
        assertEquals(topics.size(), topics.stream().map(Topic::name).distinct().count());
        topics.forEach(topic -> {
            assertTrue(topic.partitions() > 0, topic.name());
            assertFalse(topic.key().isBlank(), topic.name());
            assertFalse(topic.writer().isBlank(), topic.name());
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
                .forEach(topic -> assertEquals(List.of(topic.writer()), topic.readers(), topic.name()));
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
        TopicList made = new TopicList(topics).of(List.of("contoso.com", "fabrikam.com"));
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

    private Topic named(String name) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
