package dev.foyer.blackbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes spans as a collector does (OTLP over HTTP), and keeps them. It reads of protocol buffers what it needs. */
final class SpanCollector implements AutoCloseable {

    private static final int LENGTH_DELIMITED = 2;

    private final HttpServer server;
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    /** @param service of the process that made it */
    record Span(String service, String traceId, String id, String parent, String name) {}

    /** A part of a message: its number and content. */
    private record Field(int number, byte[] content) {}

    SpanCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> of(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body = (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
                    .readAllBytes();
            for (Field resourceSpans : fields(body)) {
                String service = "";
                for (Field part : fields(resourceSpans.content())) {
                    if (part.number() == 1) {
                        service = serviceOf(part.content());
                    } else if (part.number() == 2) {
                        takeScope(service, part.content());
                    }
                }
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void takeScope(String service, byte[] scope) {
        for (Field part : fields(scope)) {
            if (part.number() == 2) {
                List<Field> span = fields(part.content());
                spans.add(new Span(
                        service,
                        hex(span, 1),
                        hex(span, 2),
                        hex(span, 4),
                        new String(of(span, 5), StandardCharsets.UTF_8)));
            }
        }
    }

    /** The attribute {@code service.name} of a resource. */
    private static String serviceOf(byte[] resource) {
        for (Field attribute : fields(resource)) {
            List<Field> pair = fields(attribute.content());
            if (new String(of(pair, 1), StandardCharsets.UTF_8).equals("service.name")) {
                return new String(of(fields(of(pair, 2)), 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static String hex(List<Field> fields, int number) {
        return HexFormat.of().formatHex(of(fields, number));
    }

    private static byte[] of(List<Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(Field::content)
                .findFirst()
                .orElse(new byte[0]);
    }

    private static List<Field> fields(byte[] message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long key = number(in);
            switch ((int) (key & 7)) {
                case 0 -> number(in);
                case 1 -> in.position(in.position() + Long.BYTES);
                case LENGTH_DELIMITED -> {
                    byte[] content = new byte[(int) number(in)];
                    in.get(content);
                    fields.add(new Field((int) (key >>> 3), content));
                }
                case 5 -> in.position(in.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("No message of protocol buffers");
            }
        }
        return fields;
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = in.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
