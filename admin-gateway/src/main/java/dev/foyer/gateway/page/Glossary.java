package dev.foyer.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words for what the API calls by names of its own: events, settings, what changed. What has none, because a later service
 * speaks of it, is said in the API's own words. A language is one file, {@code words/<name>_<language>.properties}. Immutable.
 */
final class Glossary {

    private static final String ELSE = "en";
    private static final Map<String, Glossary> LOADED = new ConcurrentHashMap<>();

    /** In the order of the file. */
    private final Map<String, String> known = new LinkedHashMap<>();

    private Glossary(String file) {
        try (InputStream in = Glossary.class.getResourceAsStream(file)) {
            if (in != null) {
                new Properties() {
                    @Override
                    public Object put(Object key, Object word) {
                        return known.put((String) key, (String) word);
                    }
                }.load(new InputStreamReader(in, UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name {@code events}, {@code fields} or {@code settings} */
    static Glossary of(String name, String language) {
        String file = "/words/" + name + "_" + language + ".properties";
        Glossary all = LOADED.computeIfAbsent(file, Glossary::new);
        return all.known.isEmpty() && !language.equals(ELSE) ? of(name, ELSE) : all;
    }

    /** @return the key itself, written as people do, when there is no word */
    public String word(String key) {
        return find(key).orElseGet(() -> spaced(key));
    }

    String word(String key, String otherwise) {
        return known.getOrDefault(key, otherwise);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** What has a word, in the order of the file. */
    List<String> keys() {
        return List.copyOf(known.keySet());
    }

    private static String spaced(String name) {
        String apart =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
        return apart.isEmpty() ? apart : Character.toUpperCase(apart.charAt(0)) + apart.substring(1);
    }
}
