package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A tenant's own system that is told what happens: it keeps all that comes and answers 204. */
final class HookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<Got> got = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /** One request. */
    record Got(String id, String timestamp, String signature, String text, JsonNode body) {

        /** Without the name of the service and the version. */
        String type() {
            return body.path("type").asText().replaceFirst("foyer\\.meeting\\.(.*)\\.v1", "$1");
        }

        /** As a receiver does who has only the guide: whether one of the signatures fits. */
        boolean isSignedWith(String secret) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String right = "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal((id + "." + timestamp + "." + text).getBytes(UTF_8)));
            return Arrays.asList(signature.split(" ")).contains(right);
        }
    }

    HookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/foyer?key=of-the-receiver";
    }

    /** All that came, in order. */
    List<Got> got() {
        return List.copyOf(got);
    }

    List<Got> got(String type) {
        return got.stream().filter(one -> one.type().equals(type)).toList();
    }

    /** The legs that were let in, of each event once. */
    List<String> admitted() {
        Map<String, JsonNode> events = new LinkedHashMap<>();
        got.stream()
                .filter(one -> one.type().matches("Callers?Admitted"))
                .forEach(one -> events.put(one.id(), one.body().path("data")));
        List<String> legs = new ArrayList<>();
        for (JsonNode data : events.values()) {
            if (data.has("callId")) {
                legs.add(data.path("callId").asText());
            }
            data.path("calls").forEach(call -> legs.add(call.path("callId").asText()));
        }
        return legs;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            got.add(new Got(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    text,
                    JSON.readTree(text)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
