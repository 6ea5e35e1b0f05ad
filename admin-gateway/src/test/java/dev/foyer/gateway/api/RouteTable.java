package dev.foyer.gateway.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code route-roles.tsv}: who may use which route, by the accounts of the tests. */
final class RouteTable {

    private static final Pattern ID = Pattern.compile("\\{([A-Za-z]+)}");

    private RouteTable() {}

    /** @param streams its answer does not end: who may is not tried */
    record Row(String method, String path, Set<String> accounts, boolean streams) {

        private static Row of(String line) {
            String[] parts = line.split("\t");
            boolean streams = parts.length > 3 && parts[3].equals("streams");
            return new Row(parts[0], parts[1], Set.of(parts[2].split(" ")), streams);
        }

        String name() {
            return method + " " + path;
        }

        /** @param ids by the names that paths have for them; others are of nothing that there is */
        String filled(Map<String, String> ids) {
            Matcher names = ID.matcher(path);
            return names.replaceAll(found -> ids.getOrDefault(found.group(1), "nothing-of-it"));
        }
    }

    static List<Row> rows() {
        try (InputStream file = RouteTable.class.getResourceAsStream("/route-roles.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
