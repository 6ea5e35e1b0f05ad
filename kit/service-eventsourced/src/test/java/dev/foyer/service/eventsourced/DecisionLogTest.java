package dev.foyer.service.eventsourced;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.PublicRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line for what an operator looks for, with its keys, and nothing of its content. */
class DecisionLogTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final CommandMeta META =
            new CommandMeta("c-1", "r-1", new Actor("mira", "conferencing-admin", null), TRACE);

    private final List<ExtLogRecord> lines = new ArrayList<>();
    private final Logger logger = Logger.getLogger(DecisionLog.CATEGORY);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            ExtLogRecord whole = ExtLogRecord.wrap(line);
            whole.copyAll();
            lines.add(whole);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    @Test
    void aDecisionIsOneLineWithTheKeysThatJoinIt() {
        DecisionLog.say(record("pin.events", "foyer.pin.PinReset.v1"), META);
        assertEquals(1, lines.size());
        assertEquals(
                "PinReset contoso.com/u-17 by mira (conferencing-admin)",
                lines.getFirst().getFormattedMessage());
        assertEquals(
                Map.of(
                        "tenant", "contoso.com",
                        "commandId", "c-1",
                        "correlationId", "r-1",
                        "traceId", "0af7651916cd43dd8448eb211c80319c"),
                lines.getFirst().getMdcCopy());
        assertNull(MDC.get("tenant"));
    }

    @Test
    void whatHasASecretInItAndWhatComesByThousandsIsLeftOut() {
        DecisionLog.say(record("pin.deliveries", "foyer.pin.PinDelivery.v2"), META);
        DecisionLog.say(record("meeting.events", "foyer.meeting.CallerWaiting.v1"), META);
        assertEquals(List.of(), lines);
    }

    @Test
    void nothingIsSaidUnlessSomebodyWantsToKnow() {
        logger.setLevel(Level.WARN);
        DecisionLog.say(record("pin.events", "foyer.pin.PinReset.v1"), META);
        assertEquals(List.of(), lines);
    }

    private static PublicRecord record(String topic, String type) {
        return new PublicRecord(
                topic, "contoso.com/u-17", type, "contoso.com/u-17", "contoso.com", Map.of("secret", "4711"));
    }
}
