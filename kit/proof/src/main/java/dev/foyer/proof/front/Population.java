package dev.foyer.proof.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.Pause;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.proof.bench.BareClients;
import dev.foyer.proof.bench.DirectoryRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Who is in the tenant: many users, of whom some are enabled: half to be reset, half to call. */
final class Population {

    private static final String TENANT = "contoso.com";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int users;
    private final List<Organizer> enabled;

    /** Prints nothing of itself. */
    record Organizer(String conferenceId, String pin) {
        @Override
        public String toString() {
            return "Organizer[" + conferenceId + "]";
        }
    }

    private Population(int users, List<Organizer> enabled) {
        this.users = users;
        this.enabled = enabled;
    }

    /** Users come as a directory brings them, by topic; returns when the gateway shows them all. */
    static Population load(LocalFoyer foyer, int port, int users, int organizers) {
        String admin = Request.basic("admin", foyer.accounts().named("admin").password());
        DirectoryRecords records = new DirectoryRecords(TENANT, users);
        long began = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer = BareClients.producer(SuperUser.connection(foyer.home()))) {
            for (int i = 0; i < users; i++) {
                producer.send(records.profile(i));
            }
            producer.flush();
        }
        try (Connection connection = new Connection(port)) {
            if (!Pause.untilTrue(PATIENCE, () -> total(connection, admin) == users)) {
                throw new IllegalStateException("The users do not all show");
            }
            System.out.printf("%,d users show after %.1f s%n", users, (System.nanoTime() - began) / 1e9);
            List<Organizer> enabled = new ArrayList<>();
            for (int i = 0; i < organizers; i++) {
                enabled.add(enable(connection, admin, DirectoryRecords.user(i)));
            }
            return new Population(users, enabled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any of them. */
    String user(int n) {
        return DirectoryRecords.user(scattered(n, users));
    }

    /** One whose PIN may be reset. */
    String reset(int n) {
        return DirectoryRecords.user(scattered(n, enabled.size() / 2));
    }

    /** One whose PIN stays. */
    Organizer organizer(int n) {
        return enabled.get(enabled.size() / 2 + n % (enabled.size() / 2));
    }

    /** What somebody types who looks for a user: the beginning of the name. */
    String beginning(int n) {
        return "u-" + scattered(n, users) / 10;
    }

    /** Neighbours are asked for far from each other. */
    private static int scattered(int n, int among) {
        return (int) (n * 2_654_435_761L % among + among) % among;
    }

    private static long total(Connection connection, String admin) {
        try {
            Response answer = connection.send(Request.get("/api/v1/users?limit=1", admin));
            return answer.isSuccess()
                    ? JSON.readTree(answer.body()).path("total").asLong()
                    : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Organizer enable(Connection connection, String admin, String user) throws IOException {
        Response answer = connection.send(
                Request.json("POST", "/api/v1/users/" + user + "/conferencing", admin, "{\"sendEmail\":false}"));
        if (answer.status() != 201) {
            throw new IllegalStateException("A user cannot be enabled: " + answer);
        }
        JsonNode issued = JSON.readTree(answer.body());
        return new Organizer(
                issued.path("conferenceId").asText(), issued.path("pin").asText());
    }
}
