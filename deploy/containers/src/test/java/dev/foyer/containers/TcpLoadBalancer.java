package dev.foyer.containers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands in front of the containers of a service, as a Service of Kubernetes does, in a container of its own: each new connection goes to
 * whoever is named in a file then, bytes are passed on as they are, and a connection stays where it is until somebody ends it. A network's
 * name with two containers behind it would not do: it is DNS, and a JVM goes to an address for half a minute after nobody is there.
 */
final class TcpLoadBalancer {

    static final String OPEN = "The door is open.";

    private TcpLoadBalancer() {}

    /** @param arguments a port, here and there, and the file */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1]);
        try (ServerSocket door = new ServerSocket(port)) {
            System.out.println(OPEN);
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> pass(client, file, port));
            }
        }
    }

    private static void pass(Socket client, Path file, int port) {
        try (client;
                Socket instance = new Socket(Files.readString(file), port)) {
            Thread back = Thread.ofVirtual().start(() -> copy(instance, client));
            copy(client, instance);
            back.join();
        } catch (IOException e) {
            // Whoever was connected notices.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
}
