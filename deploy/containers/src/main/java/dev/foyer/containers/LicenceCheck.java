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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks at the licence of each library in a CycloneDX bill of materials. One of several is enough; a library without any, or with none that
 * is in the list, is named and ends the build. Only what is shipped is judged: the bill also has what builds and tests.
 */
public final class LicenceCheck {

    private static final int MODULES_DEEP = 9;

    private static final Pattern IN_A_PACKAGE =
            Pattern.compile("[\\w/-]+/target/(quarkus-app/lib/(main|boot)|lib)/[^/]+\\.jar");

    private LicenceCheck() {}

    /**
     * @param arguments the bill of materials; the list: one licence in each line, or a library, a tab and its licence as we found it; the checkout,
     *     in which everything is packaged
     */
    public static void main(String[] arguments) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        Set<String> shipped = shipped(Path.of(arguments[2]));
        List<String> wrong = wrong(bill, Files.readAllLines(Path.of(arguments[1])), shipped);
        wrong.forEach(System.err::println);
        System.out.println(bill.path("components").size() + " libraries in " + arguments[0] + "; shipped are "
                + StreamSupport.stream(bill.path("components").spliterator(), false)
                        .filter(library -> isShipped(library, shipped))
                        .count()
                + ", " + wrong.size() + " of which we may not ship as they are.");
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** The files that images and the command line consist of. */
    private static Set<String> shipped(Path checkout) throws IOException {
        try (Stream<Path> files = Files.find(
                checkout,
                MODULES_DEEP,
                (file, _) -> IN_A_PACKAGE
                        .matcher(checkout.relativize(file).toString())
                        .matches())) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            if (names.isEmpty()) {
                throw new IllegalStateException(
                        "Nothing is packaged in " + checkout + "; ./foyer sbom does that first.");
            }
            return names;
        }
    }

    /** Files are called by name and version, in the services also by group; some say for which machine they are. */
    private static boolean isShipped(JsonNode library, Set<String> shipped) {
        String name =
                library.path("name").asText() + "-" + library.path("version").asText();
        String whole = library.path("group").asText() + "." + name;
        return shipped.stream().anyMatch(file -> file.startsWith(name) || file.startsWith(whole));
    }

    static List<String> wrong(JsonNode bill, List<String> list, Set<String> shipped) {
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
            if (isShipped(library, shipped)
                    && !name.startsWith("dev.foyer:")
                    && licences.stream().noneMatch(allowed::contains)) {
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
