package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Answer;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.fuzz.FuzzTarget;
import dev.foyer.testing.fuzz.FuzzTarget.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no id gets 400 at every place of every path, of the gateway, its page and the services, from whoever may ask there. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("case-S9")
class PathIdsIT {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final Set<Endpoint> OF_FRAMEWORKS = Set.of(
            Endpoint.GATEWAY_MANAGEMENT,
            Endpoint.PIN_MANAGEMENT,
            Endpoint.NOTIFICATION_MANAGEMENT,
            Endpoint.MEETING_MANAGEMENT);
    /** Of the sign-in with companies, which has its own names and answers with its own page. */
    private static final String COMPANY = "/company/";

    /** Where whoever has no token is told so first, and of what is no id there is no user: 404 (RFC 7644, section 3.12). */
    private static final String SCIM = "/scim/";

    private static Map<Endpoint, List<FuzzTarget>> doors;

    @BeforeAll
    static void know(SharedFoyer shared) {
        Map<String, String> known = new HashMap<>();
        List.of("user", "userId", "participantId", "callId", "account", "name").forEach(name -> known.put(name, "p-1"));
        List.of("id", "notificationId", "mail", "webhookId", "deliveryId", "campaign", "campaignId")
                .forEach(name -> known.put(name, "00000000-0000-0000-0000-000000000000"));
        known.put("conferenceId", "8150042");
        known.put("tokenId", "9f86d081884c7d65");
        known.put("source", "withheld.bridge");
        known.put("letterId", "0".repeat(32));
        known.put("letter", "0".repeat(32));
        known.put("action", "lock");
        known.put("tenant", FuzzDoors.TENANT);
        doors = new FuzzDoors(shared.foyer(), known).all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%2Fb", "(300 characters)"})
    void whatIsNoIdIsRefused(String given) throws IOException {
        isRefused(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0Ab", "%7F", "..", "%2e%2e", "%ED%A0%80", "%ff", "%5C", "%20"})
    @Tag("long")
    void norIsAnyOtherThatIsNone(String given) throws IOException {
        isRefused(given);
    }

    private static void isRefused(String given) throws IOException {
        String bad = given.startsWith("(") ? "x".repeat(300) : given;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Endpoint, List<FuzzTarget>> port : doors.entrySet()) {
            if (OF_FRAMEWORKS.contains(port.getKey())) {
                continue;
            }
            for (Route route : port.getValue().stream()
                    .flatMap(door -> door.routes().stream())
                    .distinct()
                    .toList()) {
                for (MatchResult parameter :
                        PARAMETER.matcher(route.template()).results().toList()) {
                    if (!route.template().contains(COMPANY)
                            && !route.template().startsWith(SCIM)
                            && !isOfAToken(route, parameter.group(1))) {
                        ask(port.getValue(), route, parameter.group(1), bad, wrong);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** What parts a path for some servers is a letter of an id for us, and says so. */
    @Test
    @Tag("case-R5")
    void whoHangsUpIsNeverTakenForAnother(SharedFoyer shared) {
        Cast cast = shared.foyer().cast();
        cast.admin()
                .put(
                        "/api/v1/users/semicolon",
                        Map.of("userPrincipalName", "semicolon@contoso.com", "displayName", "Semi Colon"));
        String conferenceId = cast.admin()
                .post("/api/v1/meetings", Map.of("organizer", "semicolon"))
                .text("conferenceId");
        for (String leg : List.of("semi", "semi;1")) {
            Answer waits =
                    cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", leg, "conferenceId", conferenceId));
            assertEquals("LOBBY", waits.text("state"), waits::toString);
        }
        assertEquals(400, cast.bridge().delete("/api/v1/bridge/calls/semi;1").status());
        assertEquals(List.of("semi", "semi;1"), legs(cast, conferenceId));
        assertEquals(204, cast.bridge().delete("/api/v1/bridge/calls/semi%3B1").status());
        assertEquals(List.of("semi"), legs(cast, conferenceId));
    }

    private static List<String> legs(Cast cast, String conferenceId) {
        List<String> waiting = new ArrayList<>();
        cast.admin().get("/api/v1/meetings/" + conferenceId).at("participants").forEach(leg -> {
            if (leg.path("state").asText().equals("WAITING")) {
                waiting.add(leg.path("id").asText());
            }
        });
        return waiting.stream().sorted().toList();
    }

    /** A service's tenant is the one in the token, and 403 whatever else it may be. */
    private static boolean isOfAToken(Route route, String parameter) {
        return route.template().startsWith("/internal/") && parameter.equals("tenant");
    }

    /** Somebody there is let in as far as that, and nobody further. */
    private static void ask(List<FuzzTarget> people, Route route, String parameter, String bad, List<String> wrong)
            throws IOException {
        List<String> answers = new ArrayList<>();
        for (FuzzTarget door : people) {
            if (door.routes().contains(route)) {
                int status = status(door, route, parameter, bad);
                if (status == 400) {
                    return;
                }
                answers.add(door + " " + status);
            }
        }
        wrong.add(route + " with {" + parameter + "} of " + bad + ": " + answers);
    }

    private static int status(FuzzTarget door, Route route, String parameter, String bad) throws IOException {
        Matcher names = PARAMETER.matcher(route.template());
        String path = names.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).equals(parameter) ? bad : door.known().get(found.group(1))));
        List<String> head = new ArrayList<>(
                List.of(route.method() + " " + path + " HTTP/1.1", "Host: " + door.authority(), "Connection: close"));
        head.addAll(door.headers().get());
        try (RawHttp connection = new RawHttp(door.sockets(), door.port())) {
            connection.write((String.join("\r\n", head) + "\r\n\r\n").getBytes());
            return connection.read().status();
        }
    }
}
