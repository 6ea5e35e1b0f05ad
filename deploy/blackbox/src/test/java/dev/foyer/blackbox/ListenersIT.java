package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each process of a local Foyer listens on, as the kernel knows it, whatever the process was told. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class ListenersIT {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final String LISTENING = "0A";

    /** As {@code /proc/net/tcp} and {@code tcp6} write 127.0.0.1, ::1 and ::ffff:127.0.0.1. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    @Test
    @Tag("case-S8")
    void nothingListensBeyondLoopback(SharedFoyer shared) throws IOException {
        Set<String> sockets = new HashSet<>();
        for (Path process : processesOf(shared.home())) {
            sockets.addAll(socketsOf(process));
        }
        Set<Integer> ports = new TreeSet<>();
        Set<String> beyond = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length < 10 || !fields[3].equals(LISTENING) || !sockets.contains(fields[9])) {
                    continue;
                }
                String[] local = fields[1].split(":");
                ports.add(Integer.parseInt(local[1], 16));
                if (!LOOPBACK.contains(local[0])) {
                    beyond.add(fields[1]);
                }
            }
        }
        assertEquals(Set.of(), beyond);
        for (Endpoint endpoint : Endpoint.values()) {
            assertTrue(
                    endpoint.isOfObservers()
                            || ports.contains(shared.foyer().ports().of(endpoint)),
                    endpoint + " was not looked at: " + ports);
        }
    }

    private static List<Path> processesOf(Path home) throws IOException {
        String mark = "-Dlocal-foyer.home=" + home;
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> commandLine(process).contains(mark))
                    .toList();
        }
    }

    private static List<String> commandLine(Path process) {
        try {
            return List.of(Files.readString(process.resolve("cmdline")).split("\0"));
        } catch (IOException e) {
            return List.of(); // ended meanwhile
        }
    }

    private static Set<String> socketsOf(Path process) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            for (Path descriptor : descriptors.toList()) {
                Matcher socket = SOCKET.matcher(target(descriptor));
                if (socket.matches()) {
                    sockets.add(socket.group(1));
                }
            }
        }
        return sockets;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}
