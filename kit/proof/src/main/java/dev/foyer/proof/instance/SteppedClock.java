package dev.foyer.proof.instance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of an instance, which the driver sets while it runs: by so many milliseconds it is off the right time. */
final class SteppedClock extends Clock implements HttpHandler {

    private static final int MOST_DIGITS = 20;

    private volatile Duration off = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(off);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String millis = new String(exchange.getRequestBody().readNBytes(MOST_DIGITS), US_ASCII);
        off = Duration.ofMillis(Long.parseLong(millis));
        Bodies.send(exchange, 200, new byte[0]);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
