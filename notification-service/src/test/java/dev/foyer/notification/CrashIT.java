package dev.foyer.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service, killed while it sends: nobody goes without a mail, and at most what was in flight is doubled. */
class CrashIT {

    private static final int USERS = 200;
    private static final int PARALLEL = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BrokerResource broker = new BrokerResource();
    private final MailServers mailServers = new MailServers();
    private final Map<String, String> config = new HashMap<>();
    private Process service;

    @BeforeEach
    void start() throws IOException {
        config.putAll(broker.start());
        config.putAll(mailServers.start());
        config.put("quarkus.http.port", "0");
        config.put("foyer.mail.parallel", Integer.toString(PARALLEL));
        launch();
    }

    @AfterEach
    void stop() {
        service.destroyForcibly();
        mailServers.stop();
        broker.stop();
    }

    @Test
    @Tag("D6")
    void killedWhileSendingItGoesOnWhereTheJournalStands() throws Exception {
        try (NotificationTestSetup setup = new NotificationTestSetup()) {
            Map<String, String> notifications = new LinkedHashMap<>();
            for (int i = 0; i < USERS; i++) {
                String user = "u-" + i;
                notifications.put(user, setup.deliver(NotificationTestSetup.delivery(user, "48213")));
            }
            await().atMost(PATIENCE).until(() -> arrived(notifications) > USERS / 4);
            service.destroyForcibly().waitFor();
            assertTrue(arrived(notifications) < USERS, "killed too late to say anything");
            launch();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> notifications.values().forEach(id -> {
                        assertEquals(List.of("QUEUED", "SENT"), setup.statuses(id));
                    }));
            int doubled = arrived(notifications) - USERS;
            assertTrue(doubled >= 0 && doubled <= PARALLEL, doubled + " mails came twice");
        }
    }

    private static int arrived(Map<String, String> notifications) {
        return notifications.keySet().stream()
                .mapToInt(user -> MailServers.arrivedFor(user + "@contoso.com").size())
                .sum();
    }

    private void launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        config.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "crash-it.log").toFile())
                .start();
    }
}
