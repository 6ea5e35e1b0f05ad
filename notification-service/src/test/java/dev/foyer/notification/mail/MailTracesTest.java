package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.letter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.notification.domain.Mail;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trace of a mail, from the command that queued it to the server's answer. */
class MailTracesTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("foyer.mail.reason");

    private final InMemorySpanExporter collected = InMemorySpanExporter.create();
    private final MailTraces traces = new MailTraces(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(collected))
            .build()
            .get("test"));
    private final Mail.Outgoing mail =
            new Mail.Outgoing(letter(1), NOON.plus(HOLD_TIME), ADDRESS, false, 1, null, NOON, null);

    @Test
    void sendingIsASpanOfTheTraceThatQueuedTheMail() {
        traces.came(meta(TRACE));
        traces.sent(mail, Attempt.Accepted::new);
        SpanData span = collected.getFinishedSpanItems().getFirst();
        assertEquals("smtp", span.getName());
        assertEquals("0af7651916cd43dd8448eb211c80319c", span.getTraceId());
        assertEquals("b7ad6b7169203331", span.getParentSpanId());
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
    }

    /** Its own words may name the user. */
    @Test
    void ofARefusalItSaysTheReasonAndNotTheServersWords() {
        traces.came(meta(TRACE));
        traces.sent(mail, () -> new Attempt.Failed("MAIL_SERVER_REFUSED: 550 nobody called amos", true));
        SpanData span = collected.getFinishedSpanItems().getFirst();
        assertEquals("MAIL_SERVER_REFUSED", span.getAttributes().get(REASON));
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertEquals("", span.getStatus().getDescription());
    }

    @Test
    void whatBecameOfItIsAPartOfTheTraceToo() {
        traces.came(meta(TRACE));
        assertEquals(TRACE, traces.on(meta(null)).traceparent());
    }

    @Test
    void nothingIsMadeOfAMailThatNobodyFollows() {
        traces.came(meta(null));
        traces.came(meta(TRACE.replaceFirst("01$", "00")));
        traces.sent(mail, Attempt.Accepted::new);
        assertEquals(List.of(), collected.getFinishedSpanItems());
        assertNull(traces.on(meta(null)).traceparent());
    }

    private CommandMeta meta(String traceparent) {
        return new CommandMeta("c", mail.letter().correlationId(), Actor.service("pin-service"), traceparent);
    }
}
