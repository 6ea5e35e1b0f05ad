package dev.foyer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens to server-sent events, as any client of them does; ends when one of both ends it. Thread-safe. */
public final class EventStream implements AutoCloseable {

    /** One event. @param id with which a client would come back */
    public record Heard(String id, String name, String data) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final InputStream body;
    private volatile String lastId;
    private volatile boolean over;

    /**
     * Returns when it is answered.
     *
     * @param user and {@code password}: of an account
     * @param lastEventId {@code null}: from now on
     * @throws IllegalStateException with the answer, when that is not 200
     */
    public static EventStream of(URI address, String user, String password, String lastEventId) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return with(address, "Authorization", "Basic " + credentials, lastEventId);
    }

    /**
     * As {@link #of}, for who proves otherwise who they are.
     *
     * @param header that does, and {@code value}
     */
    public static EventStream with(URI address, String header, String value, String lastEventId) {
        try {
            return new EventStream(address, header, value, lastEventId);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private EventStream(URI address, String header, String value, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header(header, value).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.statusCode() + " " + new String(response.body().readAllBytes(), UTF_8));
        }
        body = response.body();
        Thread.startVirtualThread(this::read);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            String id = null;
            String name = null;
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    lastId = id == null ? lastId : id;
                    if (!data.isEmpty()) {
                        heard.add(new Heard(id, name, data.toString()));
                    }
                    name = null;
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            // closed by one of both
        } finally {
            over = true;
        }
    }

    /** What was heard, in its order. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** With which it would come back; {@code null}: nothing came yet. */
    public String lastId() {
        return lastId;
    }

    /** Whether somebody has ended it. */
    public boolean isOver() {
        return over;
    }

    /** Of the events. */
    public List<String> names() {
        return heard.stream().map(Heard::name).toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
