package dev.foyer.proof.bench;

import dev.foyer.local.access.Provisioning;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.TopicList;
import dev.foyer.proof.process.Brokers;
import dev.foyer.proof.process.PinServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * {@code ./foyer bench directory}: how fast the packaged pin-service takes in what a tenant's system writes, from the
 * first record sent to the last effect in {@code pin.events}; beside a bare consumer that reads the same bytes.
 */
public final class DirectoryBench {

    private static final int BROKER_HEAP_MEGABYTES = 1024;
    private static final int SERVICE_HEAP_MEGABYTES = 1024;
    private static final int WANTED_PER_SECOND = 20_000;
    private static final double OF_BARE = 0.3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PARTITIONS = 3;

    private final Brokers brokers;
    private final PinServiceProcess service;
    private final Scale scale;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    /**
     * How much is measured.
     *
     * @param warmUp records before, until the machine code is what it stays
     * @param rounds over all users: the first provisions, the others change
     * @param licences assigned afterwards
     */
    private record Scale(int warmUp, int users, int rounds, int licences) {}

    private static final Scale QUICK = new Scale(60_000, 20_000, 3, 2_000);
    private static final Scale FULL = new Scale(200_000, 60_000, 5, 10_000);

    private DirectoryBench(Brokers brokers, PinServiceProcess service, Scale scale) {
        this.brokers = brokers;
        this.service = service;
        this.scale = scale;
    }

    /** Measures; takes minutes. */
    public static Report run(Home home, Repository repository, boolean quick) {
        List<String> tenants = List.of("warm.example", "bench.example");
        try (Brokers brokers = Brokers.closed(home, BROKER_HEAP_MEGABYTES)) {
            Provisioning.of(home, TopicList.read(repository.topics()), tenants).apply(System.out::println);
            try (PinServiceProcess service =
                    PinServiceProcess.start(home, repository, brokers, SERVICE_HEAP_MEGABYTES)) {
                DirectoryBench bench = new DirectoryBench(brokers, service, quick ? QUICK : FULL);
                bench.measure(tenants);
                return new Report(bench.rows, bench.targets);
            }
        }
    }

    private void measure(List<String> tenants) {
        DirectoryRecords warm = new DirectoryRecords(tenants.getFirst(), scale.users() / 2);
        DirectoryRecords real = new DirectoryRecords(tenants.getLast(), scale.users());
        try (KafkaProducer<byte[], byte[]> producer = BareClients.producer(patient(brokers.connection()));
                Effects effects = new Effects(brokers.connection(), "pin.events")) {
            Sending sending = new Sending(producer, effects, service);
            sending.write(scale.warmUp(), warm::profile);
            sending.await(scale.warmUp());
            sending.write(1_000, warm::licence);
            sending.await(1_000);
            int records = scale.users() * scale.rounds();
            double perSecond = measure("profiles", sending, records, real::profile);
            double bare = records / BareRead.millis(brokers.connection(), real.topic(), PARTITIONS) * 1e3;
            tell(new Figure("bare consumers of the same bytes, one per partition", bare, "records/s"));
            measure("licences", sending, scale.licences(), real::licence);
            double limit = Math.min(WANTED_PER_SECOND, bare * OF_BARE);
            targets.add(Target.atLeast("profiles to their effects, records/s", perSecond, limit));
        }
    }

    /** A synchronization of a whole directory waits for full batches. */
    private static Map<String, Object> patient(Map<String, Object> connection) {
        Map<String, Object> lingering = new HashMap<>(connection);
        lingering.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return lingering;
    }

    private double measure(
            String what, Sending sending, int records, IntFunction<ProducerRecord<byte[], byte[]>> record) {
        sending.write(records, record);
        Cpu before = Cpu.of(service, brokers);
        double seconds = sending.await(records);
        Cpu used = Cpu.of(service, brokers).since(before);
        tell(new Figure(what + ", " + records + " records to their effects", records / seconds, "records/s"));
        used.rows(what).forEach(this::tell);
        tell(new Figure(what + ", for each second of a processor", records / used.all(), "records/s"));
        return records / seconds;
    }

    private void tell(Row row) {
        rows.add(row);
        System.out.println(row.line());
    }

    /** A tenant's system, and somebody who watches what comes of it. */
    private record Sending(KafkaProducer<byte[], byte[]> producer, Effects effects, PinServiceProcess service) {

        /** Writes them while the service stands still: what is measured is what it takes in, as the bare consumers do. */
        void write(int records, IntFunction<ProducerRecord<byte[], byte[]>> record) {
            service.pause();
            try {
                for (int i = 0; i < records; i++) {
                    producer.send(record.apply(i));
                }
                producer.flush();
            } finally {
                service.resume();
            }
        }

        /** Seconds until the last effect. */
        double await(int records) {
            long began = System.nanoTime();
            effects.await(records, PATIENCE);
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
