package dev.foyer.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands in front of the instances of a service, as a Service of Kubernetes does: each new connection goes to one of them in turn,
 * bytes are passed on as they are, and a connection stays where it is until somebody ends it.
 */
final class Balancer implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket door;
    private final List<Integer> instances = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    private Balancer(ServerSocket door) {
        this.door = door;
    }

    /** Listens on a free port of loopback. */
    static Balancer open() {
        try {
            Balancer balancer = new Balancer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(balancer::accept);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** New connections go there, too. */
    void add(int port) {
        instances.add(port);
    }

    /** No new connection goes there any more. */
    void remove(int port) {
        instances.remove(Integer.valueOf(port));
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> pass(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pass(Socket client) {
        try (client) {
            Socket instance = connect();
            if (instance == null) {
                return;
            }
            try (instance) {
                Thread back = Thread.ofVirtual().start(() -> copy(instance, client));
                copy(client, instance);
                back.join();
            }
        } catch (IOException e) {
            // Whoever was connected notices.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To the next one that takes it; nothing when none does. */
    private Socket connect() {
        List<Integer> all = List.copyOf(instances);
        for (int i = 0; i < all.size(); i++) {
            int port = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                // the next one
            }
        }
        return null;
    }

    /** Until that side says no more; the other direction goes on. */
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            closeBoth(from, to);
        }
    }

    private static void closeBoth(Socket one, Socket other) {
        try (one) {
            other.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
