package dev.foyer.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.SocketFactory;

/** Sends what no client library would, byte by byte, and reads the first answer. One connection each; not thread-safe. */
public final class RawHttp implements AutoCloseable {

    /**
     * @param status 0: the connection ended without an answer
     * @param headers by their names in lower case; the last of several of one name
     */
    public record Answer(int status, TreeMap<String, String> headers, String body) {

        /** The value of a header. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    /** Connects to a port of this machine. */
    public RawHttp(int port) throws IOException {
        this(SocketFactory.getDefault(), port);
    }

    /** The same with sockets that are not plain ones. */
    public RawHttp(SocketFactory sockets, int port) throws IOException {
        this(sockets, port, PATIENCE_MILLIS);
    }

    /** The same with another limit for each time that it waits for bytes. */
    public RawHttp(SocketFactory sockets, int port, int patienceMillis) throws IOException {
        socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(patienceMillis);
        socket.setTcpNoDelay(true);
    }

    /** One request on a connection of its own. */
    public static Answer send(int port, String... lines) {
        return send(port, (String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8));
    }

    /** The same with the bytes as they are. */
    public static Answer send(int port, byte[] request) {
        try (RawHttp connection = new RawHttp(port)) {
            connection.write(request);
            return connection.read();
        } catch (IOException e) {
            return new Answer(0, new TreeMap<>(), e.toString());
        }
    }

    /** Sends these bytes, which need not be a whole request. */
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** @throws SocketTimeoutException when nothing comes and the connection stays open */
    public Answer read() throws IOException {
        return read(true);
    }

    /** The same for {@code HEAD}, whose answer has no body although it may say how long it would be. */
    public Answer readHead() throws IOException {
        return read(false);
    }

    private Answer read(boolean withBody) throws IOException {
        List<String> head = List.of(line("\r\n\r\n").split("\r\n"));
        String[] first = head.getFirst().split(" ");
        if (first.length < 2) {
            return new Answer(0, new TreeMap<>(), "");
        }
        TreeMap<String, String> headers = new TreeMap<>();
        head.stream()
                .skip(1)
                .map(line -> line.split(":", 2))
                .forEach(pair -> headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip()));
        int status = Integer.parseInt(first[1]);
        if (status == 100) {
            return read(withBody);
        }
        return new Answer(status, headers, withBody ? body(headers) : "");
    }

    private String body(TreeMap<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return new String(exactly(Integer.parseInt(headers.get("content-length"))), UTF_8);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            int size;
            while ((size = Integer.parseInt(line("\r\n").strip(), 16)) > 0) {
                body.write(exactly(size));
                exactly(2);
            }
            line("\r\n");
        }
        return body.toString(UTF_8);
    }

    private byte[] exactly(int length) throws IOException {
        return socket.getInputStream().readNBytes(length);
    }

    private String line(String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] last = end.getBytes(ISO_8859_1);
        int one;
        while ((one = socket.getInputStream().read()) >= 0) {
            read.write(one);
            byte[] all = read.toByteArray();
            if (one == '\n'
                    && all.length >= last.length
                    && Arrays.equals(last, Arrays.copyOfRange(all, all.length - last.length, all.length))) {
                break;
            }
        }
        return read.toString(ISO_8859_1);
    }

    /** Whether the other side has closed the connection; waits for as long. */
    public boolean isClosedWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
