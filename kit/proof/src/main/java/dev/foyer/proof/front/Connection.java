package dev.foyer.proof.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One HTTP/1.1 connection that is kept: one request at a time, one buffer, no headers but those it needs. Costs little, so
 * that what is measured is the other side. Used by one thread.
 */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder();

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
    }

    /** @return the answer, read to its end */
    Response send(Request request) throws IOException {
        byte[] body = request.body().getBytes(UTF_8);
        String head = request.method() + " " + request.path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + socket.getPort()
                + "\r\nAuthorization: " + request.authorization() + "\r\n"
                + (body.length == 0 ? "" : "Content-Type: " + request.contentType() + "\r\n")
                + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
        return read();
    }

    private Response read() throws IOException {
        int status = Integer.parseInt(readLine().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
                chunked = true;
            }
        }
        return new Response(status, new String(chunked ? chunks() : exactly(length), UTF_8));
    }

    private byte[] chunks() throws IOException {
        byte[] all = new byte[0];
        for (int size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
            byte[] chunk = exactly(size);
            byte[] more = new byte[all.length + size];
            System.arraycopy(all, 0, more, 0, all.length);
            System.arraycopy(chunk, 0, more, all.length, size);
            all = more;
            readLine();
        }
        readLine();
        return all;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ends too early");
        }
        return bytes;
    }

    private String readLine() throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
