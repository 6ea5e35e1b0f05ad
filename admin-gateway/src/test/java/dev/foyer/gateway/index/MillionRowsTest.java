package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.export.Column;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.export.Separator;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of a large tenant as one file: what is in memory meanwhile does not grow with it. */
@Tag("long")
@Tag("F")
class MillionRowsTest {

    private static final int ROWS = 1_000_000;
    private static final int BATCH = 5_000;
    private static final long MOST_BYTES = 48L << 20;

    @TempDir
    Path folder;

    /** Looks at the heap each time that so many lines went by. */
    private static final class Reader extends OutputStream {
        private static final int LOOK_EVERY = 100_000;

        private long lines;
        private long bytes;
        private long most;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
            for (int i = from; i < from + length; i++) {
                if (some[i] == '\n' && ++lines % LOOK_EVERY == 0) {
                    most = Math.max(most, heap());
                }
            }
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void theFileGrowsAndTheHeapDoesNot() throws IOException {
        try (Fixtures index = new Fixtures(FSDirectory.open(folder))) {
            for (int batch = 0; batch < ROWS / BATCH; batch++) {
                index.given(rejections(batch * BATCH));
            }
            TenantView tenant = index.contoso();
            AuditQuery everything = new AuditQuery(null, null, null, null, null, null);
            assertEquals(ROWS, tenant.audit(everything, 1, null).total());
            long before = heap();
            Reader reader = new Reader();
            long start = System.nanoTime();
            new Export<HistoryEntry>(cursor -> tenant.audit(everything, Export.PAGE, cursor))
                    .csv(
                            List.of(
                                    new Column<>("id", HistoryEntry::id),
                                    new Column<>("at", HistoryEntry::at),
                                    new Column<>("type", HistoryEntry::type),
                                    new Column<>("user", HistoryEntry::user),
                                    new Column<>("actor", HistoryEntry::actor),
                                    new Column<>("data", HistoryEntry::data)),
                            Separator.COMMA)
                    .write(reader);
            System.out.printf(
                    "MillionRowsTest: %d lines, %d MB in %d s; heap %d MB before, at most %d MB meanwhile%n",
                    reader.lines,
                    reader.bytes >> 20,
                    (System.nanoTime() - start) / 1_000_000_000L,
                    before >> 20,
                    reader.most >> 20);
            assertEquals(ROWS + 1, reader.lines);
            assertTrue(reader.most - before < MOST_BYTES, (reader.most - before >> 20) + " MB more than before");
        }
    }

    private static PublicEvent[] rejections(int from) {
        PublicEvent[] events = new PublicEvent[BATCH];
        for (int i = 0; i < BATCH; i++) {
            events[i] = Fixtures.event(
                    "foyer.pin.PinRejected.v1",
                    from + i + 1,
                    "{\"tenant\": \"contoso.com\", \"userId\": \"u-%d\", \"failedAttempts\": 1, \"callId\": \"leg-%d\"}"
                            .formatted(i % 1_000, from + i));
        }
        return events;
    }
}
