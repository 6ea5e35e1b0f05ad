package dev.foyer.local.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the properties inside a module say, but for tests. */
final class GivenSettings {

    private GivenSettings() {}

    static Map<String, String> of(Path root, String module) {
        Map<String, String> given = new TreeMap<>();
        for (String file : new String[] {"META-INF/microprofile-config.properties", "application.properties"}) {
            Path path = root.resolve(module).resolve("src/main/resources").resolve(file);
            if (Files.isRegularFile(path)) {
                Properties read = new Properties();
                try (Reader reader = Files.newBufferedReader(path)) {
                    read.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                read.stringPropertyNames().stream()
                        .filter(key -> !key.startsWith("%"))
                        .forEach(key -> given.put(key, read.getProperty(key)));
            }
        }
        return given;
    }
}
