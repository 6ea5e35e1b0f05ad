package dev.foyer.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Looks at the licence of each library in a CycloneDX bill of materials. One of several is enough; a library without any, or with none that
 * is in the list, is named and ends the build.
 */
public final class LicenceCheck {

    private LicenceCheck() {}

    /** @param arguments the bill of materials, and the list: one licence in each line, or a library, a tab and its licence as we found it */
    public static void main(String[] arguments) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        List<String> wrong = wrong(bill, Files.readAllLines(Path.of(arguments[1])));
        wrong.forEach(System.err::println);
        System.out.println(bill.path("components").size() + " libraries, " + wrong.size()
                + " of which we may not ship as they are; " + arguments[0]);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    static List<String> wrong(JsonNode bill, List<String> list) {
        List<String> allowed = new ArrayList<>();
        Map<String, String> found = new HashMap<>();
        for (String line : list) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t");
            if (parts.length == 1) {
                allowed.add(line.strip());
            } else {
                found.put(parts[0], parts[1].strip());
            }
        }
        List<String> wrong = new ArrayList<>();
        for (JsonNode library : bill.path("components")) {
            String name =
                    library.path("group").asText() + ":" + library.path("name").asText();
            List<String> licences = found.containsKey(name) ? List.of(found.get(name)) : licences(library);
            if (!name.startsWith("dev.foyer:") && licences.stream().noneMatch(allowed::contains)) {
                wrong.add(name + " has "
                        + (licences.isEmpty() ? "no licence" : "the licence " + String.join(" or ", licences))
                        + "; do without it, or add that to deploy/containers/licences.tsv when we may ship it.");
            }
        }
        return wrong;
    }

    private static List<String> licences(JsonNode library) {
        return StreamSupport.stream(library.path("licenses").spliterator(), false)
                .map(each -> each.hasNonNull("expression")
                        ? each.path("expression").asText()
                        : each.path("license")
                                .path(each.path("license").hasNonNull("id") ? "id" : "name")
                                .asText())
                .toList();
    }
}
