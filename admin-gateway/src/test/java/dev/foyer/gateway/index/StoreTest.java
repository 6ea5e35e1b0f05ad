package dev.foyer.gateway.index;

import static dev.foyer.gateway.index.Fixtures.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

class StoreTest {

    @Test
    void positionsAreCommittedWithTheEntries() throws IOException {
        try (Fixtures index = new Fixtures().user("Amos Marble", "amos@contoso.com")) {
            index.live().finish();
            index.close();
            try (LiveIndex again = new LiveIndex(Store.open(index.directory, "cluster-1"))) {
                IndexHolder holder = new IndexHolder();
                holder.opened(again);
                holder.caughtUp();
                assertEquals(Fixtures.POSITIONS, again.committed());
                assertTrue(new TenantView(holder, "contoso.com").user("amos").isPresent());
            }
        }
    }

    @Test
    void whatWasNotCommittedIsReadAgain() throws IOException {
        try (Fixtures index = new Fixtures().user("Amos Marble", "amos@contoso.com")) {
            index.close();
            try (Store again = Store.open(index.directory, "cluster-1")) {
                assertEquals(Map.of(), again.committed());
            }
        }
    }

    @Test
    void anotherClusterBeginsAnew() throws IOException {
        try (Fixtures index = new Fixtures().user("Amos Marble", "amos@contoso.com")) {
            index.live().finish();
            index.close();
            try (Store again = Store.open(index.directory, "cluster-2")) {
                assertEquals(Map.of(), again.committed());
            }
        }
    }

    @Test
    void garbageIsUnusableAndWipingHelps() throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexOutput garbage = directory.createOutput("segments_1", IOContext.DEFAULT)) {
            byte[] bytes = "not an index at all".getBytes(StandardCharsets.UTF_8);
            garbage.writeBytes(bytes, bytes.length);
        }
        assertThrows(UnusableIndex.class, () -> Store.open(directory, "cluster-1"));
        Store.wipe(directory);
        Store.open(directory, "cluster-1").close();
    }

    @Test
    void oneBatchReadsItsOwnEarlierEvents() {
        try (Fixtures index = new Fixtures()) {
            index.given(event("foyer.pin.UserProvisioned.v1", 1, """
                            {"tenant": "contoso.com", "userId": "u-1", "displayName": "Amos"}"""), event("foyer.pin.UserEnabled.v1", 2, """
                            {"tenant": "contoso.com", "userId": "u-1", "conferenceId": "4711007", "pinSetAt": "2026-11-22T10:15:30Z"}"""));
            UserEntry user = index.contoso().user("u-1").orElseThrow();
            assertEquals("Amos", user.displayName());
            assertEquals("4711007", user.conferencing().conferenceId());
            assertEquals(
                    List.of("UserEnabled", "UserProvisioned"),
                    index.contoso().history("u-1", 10, null).items().stream()
                            .map(HistoryEntry::type)
                            .toList());
        }
    }

    @Test
    void anUnreadableEventLeavesNothingBehind() {
        try (Fixtures index = new Fixtures()) {
            assertThrows(UnreadableEvent.class, () -> index.given(event("foyer.pin.UserEnabled.v1", 1, """
                            {"tenant": "contoso.com", "userId": "u-1", "pinSetAt": "yesterday"}""")));
            assertThrows(
                    UnreadableEvent.class,
                    () -> index.given(event("foyer.pin.PinLocked.v1", 1, "{\"tenant\": \"contoso.com\"}")));
        }
    }

    @Test
    void noPinWouldBeKeptEvenIfAnEventHadOne() {
        try (Fixtures index = new Fixtures()) {
            index.given(event("foyer.pin.UserProvisioned.v1", 1, """
                    {"tenant": "contoso.com", "userId": "u-1", "displayName": "Amos", "pin": "48213"}"""));
            assertTrue(index.contoso().history("u-1", 10, null).toString().contains("Amos"));
            assertTrue(!index.contoso().history("u-1", 10, null).toString().contains("48213"));
        }
    }

    /** Where {@code ./foyer upgrade-check} reads it. */
    @Test
    void theFormatIsWritten() throws IOException {
        Properties written = new Properties();
        try (InputStream sheet = StoreTest.class.getResourceAsStream("/compatibility.properties")) {
            written.load(sheet);
        }
        assertEquals(Store.FORMAT, written.getProperty("index"), "write it into compatibility.properties");
    }
}
