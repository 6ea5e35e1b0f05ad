package dev.foyer.local.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Given and family names of one language, from {@code demo-names.yaml}. A name in another script is followed by its Latin
 * spelling, after a slash, which makes the user id.
 *
 * @param familyFirst whether the family name comes first
 */
record NameLists(String language, String dialling, boolean familyFirst, List<String> given, List<String> family) {

    static List<NameLists> all() {
        try (InputStream file = NameLists.class.getResourceAsStream("/demo-names.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
