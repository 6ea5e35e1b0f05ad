package dev.foyer.proof.mail;

import dev.foyer.local.Pause;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.run.Setup;
import dev.foyer.proof.bench.BareClients;
import dev.foyer.proof.bench.DirectoryRecords;
import dev.foyer.proof.bench.Figure;
import dev.foyer.proof.bench.Report;
import dev.foyer.proof.bench.Row;
import dev.foyer.proof.bench.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * {@code ./foyer bench mail}: welcome mails that have waited for their mail server, from the first that it takes to the last;
 * beside a bare loop that sends one of them over and over to the same server with as many connections. The server runs in the
 * bench; one answers at once, the other after 20 ms, as one does that writes to a disk first.
 */
public final class MailBench {

    /** What {@code foyer.mail.parallel} is by itself. */
    private static final int CONNECTIONS = 8;

    private static final String TENANT = "contoso.com";
    private static final double OF_BARE = 0.5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<Duration> DELAYS = List.of(Duration.ZERO, Duration.ofMillis(20));

    private final LocalFoyer foyer;
    private final Api admin;
    private final int smtp;
    private final int mails;
    private final DirectoryRecords people;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private int licensed;

    private MailBench(LocalFoyer foyer, int mails) {
        this.foyer = foyer;
        this.mails = mails;
        this.smtp = foyer.ports().numbers().get(Endpoint.SMTP);
        this.admin = Api.as(
                foyer.accounts().named("admin"),
                URI.create("http://127.0.0.1:" + foyer.ports().numbers().get(Endpoint.GATEWAY)));
        this.people = new DirectoryRecords(TENANT, mails * (DELAYS.size() + 1));
    }

    /** @param home where it may leave files; emptied before */
    public static Report run(Home home, Repository repository, boolean quick) {
        Setup setup = new Setup(repository, home, Ports.free(), Map.of(), false);
        try (LocalFoyer foyer = LocalFoyer.start(setup, System.out::println)) {
            MailBench bench = new MailBench(foyer, quick ? 500 : 3_000);
            foyer.kill(Component.SINK);
            bench.write(bench.people.users(), bench.people::profile);
            bench.until("/api/v1/users?limit=1", bench.people.users());
            bench.round(Duration.ZERO, false); // until the machine code is what it stays
            DELAYS.forEach(delay -> bench.round(delay, true));
            return new Report(bench.rows, bench.targets);
        }
    }

    private void round(Duration delay, boolean counts) {
        int from = licensed;
        write(mails, i -> people.licence(from + i));
        licensed += mails;
        until("/api/v1/notifications?limit=1", licensed);
        try (BareMailServer server = BareMailServer.listen(smtp, delay)) {
            if (!Pause.untilTrue(PATIENCE, () -> server.taken() >= mails)) {
                throw new IllegalStateException("Only " + server.taken() + " of " + mails + " mails came");
            }
            double ours = server.perSecond();
            server.forget();
            new BareSender(smtp, server.sample()).send(mails, CONNECTIONS);
            if (counts) {
                tell(delay, ours, server.perSecond());
            }
        }
    }

    private void tell(Duration delay, double ours, double bare) {
        String when = delay.isZero() ? "a server that answers at once" : "one that takes " + delay.toMillis() + " ms";
        for (Figure each : List.of(
                new Figure("notification-service to " + when, ours, "mails/s"),
                new Figure("a bare loop to " + when, bare, "mails/s"))) {
            rows.add(each);
            System.out.println(each.line());
        }
        targets.add(Target.atLeast("mails to " + when + ", of a bare loop", ours / bare, OF_BARE));
    }

    private void write(int records, IntFunction<ProducerRecord<byte[], byte[]>> record) {
        try (KafkaProducer<byte[], byte[]> producer = BareClients.producer(SuperUser.connection(foyer.home()))) {
            for (int i = 0; i < records; i++) {
                producer.send(record.apply(i));
            }
            producer.flush();
        }
    }

    private void until(String list, int total) {
        if (!Pause.untilTrue(PATIENCE, () -> total(list) >= total)) {
            throw new IllegalStateException("There are " + total(list) + " of " + total + " at " + list);
        }
    }

    private long total(String list) {
        Answer answer = admin.get(list);
        return answer.status() == 200 ? answer.body().path("total").asLong() : -1;
    }
}
