package dev.foyer.proof.lobby;

import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.ProcessRecord;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.run.Setup;
import dev.foyer.proof.bench.Figure;
import dev.foyer.proof.bench.Report;
import dev.foyer.proof.bench.Row;
import dev.foyer.proof.bench.Target;
import dev.foyer.proof.process.ServiceSignature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * {@code ./foyer bench lobby}: from {@code OrganizerVerified} produced to the last admission that somebody can read, for 1 to 10,000
 * callers, beside a bare producer and consumer of the same records; what an arrival costs at ten and at ten thousand; joins while
 * lobbies open; thousands of meetings at once; memory. All of it on the packaged meeting-service.
 */
public final class LobbyBench {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double OF_BARE = 3;
    private static final double MILLIS_OVER_BARE = 15;
    private static final double OF_THE_TENTH = 1.5;
    private static final double BYTES_OF_A_CALLER = 2_048;
    private static final int LARGE = 10_000;
    private static final int DIALLERS = 16;

    private final Scale scale;
    private final LocalFoyer foyer;
    private final Bridge bridge;
    private final Verifications verifications;
    private final Admissions admissions;
    private final BareMove bare;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    /**
     * How much is measured.
     *
     * @param openings of a lobby with one caller; of larger ones fewer
     * @param arrivals of each size
     * @param callers in each of the ten meetings that open while others join
     */
    private record Scale(int openings, int arrivals, int callers, Duration window, int meetings) {}

    private static final Scale QUICK = new Scale(11, 40, 200, Duration.ofSeconds(2), 500);
    private static final Scale FULL = new Scale(51, 300, 500, Duration.ofSeconds(10), 5_000);

    private LobbyBench(
            LocalFoyer foyer, Verifications verifications, Admissions admissions, BareMove bare, Scale scale) {
        this.foyer = foyer;
        this.bridge = new Bridge(foyer);
        this.verifications = verifications;
        this.admissions = admissions;
        this.bare = bare;
        this.scale = scale;
    }

    /** @param home where it may leave files; emptied before */
    public static Report run(Home home, Repository repository, boolean quick) {
        Setup setup = new Setup(repository, home, Ports.free(), Map.of(), false);
        try (LocalFoyer foyer = LocalFoyer.start(setup, System.out::println)) {
            Map<String, Object> kafka = SuperUser.connection(foyer.home());
            ServiceSignature pinService =
                    ServiceSignature.of(foyer.home().secrets().resolve("pin-signing-keys-private.json"));
            try (Verifications verifications = new Verifications(kafka, pinService);
                    Admissions admissions = new Admissions(kafka, "meeting.events");
                    BareMove bare = new BareMove(kafka)) {
                LobbyBench bench = new LobbyBench(foyer, verifications, admissions, bare, quick ? QUICK : FULL);
                bench.measure();
                return new Report(bench.rows, bench.targets);
            }
        }
    }

    private void measure() {
        for (int i = 0; i < scale.openings(); i++) {
            open(bridge.schedule(), 100, true); // until the machine code is what it stays
        }
        for (int callers = 1; callers < LARGE; callers *= 10) {
            openings(callers, Math.max(3, scale.openings() / (callers <= 10 ? 1 : callers / 20)));
        }
        large();
        whileOthersJoin();
        manyMeetings();
    }

    private record Opening(double millis, double bareMillis) {}

    private void openings(int callers, int times) {
        List<Double> ours = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Opening one = open(bridge.schedule(), callers, true);
            ours.add(one.millis());
            bares.add(one.bareMillis());
        }
        tell(callers, median(ours), median(bares));
    }

    private void tell(int callers, double ours, double bareMillis) {
        tell(new Figure("verified to the last of " + callers + " admissions", ours, "ms"));
        tell(new Figure("a bare producer and consumer of the same bytes", bareMillis, "ms"));
        if (callers == 1) {
            targets.add(
                    Target.atMost("one caller's admission, ms over bare clients", ours - bareMillis, MILLIS_OVER_BARE));
        }
        if (callers == LARGE) {
            targets.add(
                    Target.atMost("10,000 admissions, x bare clients of the same bytes", ours / bareMillis, OF_BARE));
        }
    }

    /**
     * The meeting is over afterwards: what all sizes together hold is more than a tenant has room for.
     *
     * @param dial whether the callers are to come first
     */
    private Opening open(String conferenceId, int callers, boolean dial) {
        if (dial) {
            bridge.dial(conferenceId, callers);
        }
        ProducerRecord<byte[], byte[]> verified = verifications.of(conferenceId);
        admissions.skip();
        long began = System.nanoTime();
        verifications.send(verified);
        List<ConsumerRecord<byte[], byte[]>> records = admissions.await(callers, PATIENCE);
        double millis = (System.nanoTime() - began) / 1e6;
        bridge.end(conferenceId);
        return new Opening(millis, bare.millis(records, callers, PATIENCE));
    }

    /** Lobbies of ten thousand: their memory, what the next arrival costs beside the tenth of a small one, and how they open. */
    private void large() {
        ProcessHandle service = ProcessRecord.read(foyer.home(), Component.MEETING_SERVICE.title())
                .flatMap(ProcessRecord::alive)
                .orElseThrow();
        List<Double> ours = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        int times = scale.openings() > QUICK.openings() ? 5 : 2;
        for (int i = 0; i < times; i++) {
            String conferenceId = bridge.schedule();
            long before = i == 0 ? UsedHeap.bytes(service) : 0;
            int more = i == 0 ? scale.arrivals() : 0;
            bridge.dial(conferenceId, LARGE - more);
            if (i == 0) {
                double bytes = (UsedHeap.bytes(service) - before) / (double) (LARGE - more);
                tell(new Figure("memory of a waiting caller, with its call leg", bytes, "bytes"));
                targets.add(Target.atMost("memory of a waiting caller, bytes", bytes, BYTES_OF_A_CALLER));
                arrivals(conferenceId, more);
            }
            Opening one = open(conferenceId, LARGE, false);
            ours.add(one.millis());
            bares.add(one.bareMillis());
        }
        tell(LARGE, median(ours), median(bares));
    }

    /** One after the other and by turns, so that whatever else happens meets them alike. */
    private void arrivals(String large, int times) {
        List<Double> tenth = new ArrayList<>();
        List<Double> tenThousandth = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String small = bridge.schedule();
            for (int nine = 0; nine < 9; nine++) {
                bridge.dial(small);
            }
            tenth.add(bridge.dial(small));
            tenThousandth.add(bridge.dial(large));
        }
        tell(new Figure("the tenth arrival", median(tenth), "ms"));
        tell(new Figure("the 10,000th arrival", median(tenThousandth), "ms"));
        targets.add(Target.atMost(
                "the 10,000th arrival, x the tenth", median(tenThousandth) / median(tenth), OF_THE_TENTH));
    }

    private void whileOthersJoin() {
        List<String> toOpen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String conferenceId = bridge.schedule();
            bridge.dial(conferenceId, scale.callers());
            toOpen.add(conferenceId);
        }
        double alone = joinsPerSecond(List.of());
        double beside = joinsPerSecond(toOpen);
        tell(new Figure("joins while nothing opens", alone, "joins/s"));
        tell(new Figure(
                "joins while ten meetings of " + scale.callers() + " open one after the other", beside, "joins/s"));
        toOpen.forEach(bridge::end);
    }

    /** For the length of the window, over which the meetings open one after the other. */
    private double joinsPerSecond(List<String> toOpen) {
        String others = bridge.schedule();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong joins = new AtomicLong();
        long began = System.nanoTime();
        double seconds;
        try (ExecutorService diallers = Executors.newFixedThreadPool(DIALLERS)) {
            for (int i = 0; i < DIALLERS; i++) {
                diallers.submit(() -> {
                    while (!over.get()) {
                        bridge.dial(others);
                        joins.incrementAndGet();
                    }
                });
            }
            admissions.skip();
            long each = scale.window().toNanos() / 10;
            for (int i = 0; i < 10; i++) {
                if (i < toOpen.size()) {
                    verifications.send(verifications.of(toOpen.get(i)));
                    admissions.await(scale.callers(), PATIENCE);
                }
                pauseUntil(began + each * (i + 1));
            }
            over.set(true);
            seconds = (System.nanoTime() - began) / 1e9;
        }
        bridge.end(others);
        return joins.get() / seconds;
    }

    private static void pauseUntil(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }

    private void manyMeetings() {
        ConcurrentLinkedQueue<ProducerRecord<byte[], byte[]>> verified = new ConcurrentLinkedQueue<>();
        Bridge.atOnce(scale.meetings(), () -> {
            String conferenceId = bridge.schedule();
            bridge.dial(conferenceId);
            bridge.dial(conferenceId);
            verified.add(verifications.of(conferenceId));
        });
        admissions.skip();
        long began = System.nanoTime();
        verified.forEach(verifications::send);
        admissions.await(2 * scale.meetings(), PATIENCE);
        double seconds = (System.nanoTime() - began) / 1e9;
        tell(new Figure(scale.meetings() + " meetings of two callers at once, to the last admission", seconds, "s"));
        tell(new Figure("the same", scale.meetings() / seconds, "meetings/s"));
    }

    private void tell(Row row) {
        rows.add(row);
        System.out.println(row.line());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
