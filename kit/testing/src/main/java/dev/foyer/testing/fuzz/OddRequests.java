package dev.foyer.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests, each odd in some of its parts and proper in the others, so that it comes far enough in to do harm. Every route
 * of every door has its turn before any has a second one.
 */
public final class OddRequests {

    /**
     * What is sent.
     *
     * @param whole whether an answer can be expected
     */
    public record OddRequest(FuzzTarget door, byte[] bytes, boolean whole) {

        /** Not so for {@code HEAD}, whose answer may say how long a body would be. */
        public boolean hasBodyInAnswer() {
            return !new String(bytes, 0, Math.min(bytes.length, 5), UTF_8).equals("HEAD ");
        }

        @Override
        public String toString() {
            return door + "\n" + new String(bytes, 0, Math.min(bytes.length, 1_500), UTF_8);
        }
    }

    private static final String JSON = "application/json";
    private static final String SCIM = "application/scim+json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    private final List<Turn> turns = new ArrayList<>();
    private final Chance chance;
    private final OddBodies bodies;
    private final Map<String, List<String>> meant;
    private int turn;

    private record Turn(FuzzTarget door, FuzzTarget.Route route) {}

    /**
     * @param meant bodies as they should be, by method and template of the route
     * @throws IllegalArgumentException when nothing is known that could stand for a parameter of a route, or a body is of no route
     */
    public OddRequests(List<FuzzTarget> doors, Map<String, List<String>> meant, long seed) {
        this.meant = Map.copyOf(meant);
        Set<String> ofNoRoute = new TreeSet<>(meant.keySet());

        for (FuzzTarget door : doors) {
            for (FuzzTarget.Route route : door.routes()) {
                PARAMETER
                        .matcher(route.template())
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !door.known().containsKey(name))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new IllegalArgumentException("What is a good " + name + " of " + route + "?");
                        });
                turns.add(new Turn(door, route));
                ofNoRoute.remove(route.toString());
            }
        }
        if (!ofNoRoute.isEmpty()) {
            throw new IllegalArgumentException("There is no such route: " + ofNoRoute);
        }
        this.chance = new Chance(seed);
        this.bodies = new OddBodies(chance);
    }

    /** How many routes of doors there are: after so many requests all had their turn. */
    public int turns() {
        return turns.size();
    }

    public OddRequest next() {
        if (turn % turns.size() == 0) {
            chance.shuffle(turns);
        }
        Turn now = turns.get(turn++ % turns.size());
        FuzzTarget door = now.door();
        FuzzTarget.Route route = now.route();
        String method = chance.onceIn(10) ? chance.of(OddParts.METHODS) : route.method();
        List<String> head = new ArrayList<>();
        head.add(method + " " + target(door, route)
                + (chance.onceIn(60) ? " HTTP/9.9" : chance.onceIn(60) ? "" : " HTTP/1.1"));
        if (!chance.onceIn(50)) {
            head.add("Host: " + (chance.onceIn(50) ? "evil.example" : door.authority()));
        }
        head.addAll(chance.onceIn(12) ? List.of() : door.headers().get());
        boolean oddHeaders = chance.onceIn(3);
        for (int odd = oddHeaders ? chance.below(4) : 0; odd > 0; odd--) {
            head.add(chance.of(OddParts.HEADERS));
        }
        byte[] body = chance.onceIn(4)
                ? new byte[0]
                : bodies.next(isPage(route), meant.getOrDefault(route.toString(), List.of()));
        boolean chunked = chance.onceIn(10);
        if (body.length > 0) {
            head.add("Content-Type: " + type(route));
            head.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
        }
        boolean whole = !chance.onceIn(40);
        return new OddRequest(door, bytes(head, body, chunked, whole), whole);
    }

    private String target(FuzzTarget door, FuzzTarget.Route route) {
        if (chance.onceIn(12)) {
            return chance.of(OddParts.PATHS) + query();
        }
        StringBuilder path = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(route.template());
        while (parameter.find()) {
            String known = door.known().get(parameter.group(1));
            String value = chance.onceIn(6) ? chance.of(OddParts.PARAMETERS) : known;
            parameter.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return parameter.appendTail(path) + query();
    }

    private String query() {
        return chance.onceIn(5) ? chance.of(OddParts.QUERIES) : "";
    }

    /** Mostly the one that the address takes. */
    private String type(FuzzTarget.Route route) {
        if (chance.onceIn(8)) {
            return chance.of(OddParts.TYPES);
        }
        if (route.template().startsWith("/scim")) {
            return SCIM;
        }
        return isPage(route) ? FORM : route.method().equals("PATCH") ? MERGE_PATCH : JSON;
    }

    private static boolean isPage(FuzzTarget.Route route) {
        return route.template().startsWith("/admin");
    }

    private byte[] bytes(List<String> head, byte[] body, boolean chunked, boolean whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join(chance.onceIn(80) ? "\n" : "\r\n", head) + "\r\n\r\n").getBytes(UTF_8));
        if (chunked && body.length > 0) {
            String size = chance.onceIn(10) ? "zz" : Integer.toHexString(body.length);
            bytes.writeBytes((size + "\r\n").getBytes(UTF_8));
            bytes.writeBytes(body);
            bytes.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
        } else {
            bytes.writeBytes(body);
        }
        byte[] all = bytes.toByteArray();
        return whole ? all : Arrays.copyOf(all, chance.below(all.length));
    }
}
