package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.http.Api;
import dev.foyer.local.load.DemoLoader;
import dev.foyer.local.load.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is there when {@code foyerctl} is tried: three with names, of whom two are enabled, and many. */
final class CommandLinePeople {

    /** Those whom a bulk goes through. */
    static final int MANY = 60;

    private CommandLinePeople() {}

    static void load(Api admin) {
        new DemoLoader(line -> {}).setNumbers(admin);
        List<Person> people = new ArrayList<>(List.of(
                new Person("amos.marble", "contoso.com", "Amos Marble", "en", "+14255550112"),
                new Person("adele.amato", "contoso.com", "Adele Amato", "it", "+390255550112"),
                new Person("jun.li", "contoso.com", "李俊", "zh", "+861055501402")));
        for (int i = 0; i < MANY; i++) {
            people.add(new Person(many(i), "contoso.com", "Zoe Many " + i, "en", "+1425555" + (2000 + i)));
        }
        new DemoLoader(line -> {}).load("contoso.com", admin, people);
        for (String user : List.of("amos.marble", "jun.li")) {
            assertEquals(
                    201,
                    admin.post("/api/v1/users/" + user + "/conferencing", Map.of())
                            .status());
        }
    }

    private static String many(int i) {
        return "many." + (char) ('a' + i / 10) + i % 10;
    }

    /** How often each of the many got another PIN. */
    static Map<String, Integer> resets(Api admin) {
        Map<String, Integer> resets = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            Set<String> seen = new HashSet<>();
            admin.get("/api/v1/users/" + many(i) + "/history").at("items").forEach(event -> {
                if (event.path("type").asText().equals("PinReset")) {
                    seen.add(event.path("id").asText());
                }
            });
            resets.put(many(i), seen.size());
        }
        return resets;
    }
}
