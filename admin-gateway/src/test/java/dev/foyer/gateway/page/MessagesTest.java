package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said in English is said in every language, about the same things. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern TOLD = Pattern.compile("\\{(?!else|/|#else)#?(?:if )?([a-z][A-Za-z]*)");
    private static final Pattern WORD = Pattern.compile("[a-z]{3}");
    private static final Set<String> IN_BOTH =
            Set.of("Menu", "Account", "Account {account}", "Password", "Directory (pin-service)");
    private static final Set<String> LANGUAGES = Set.of("en", "it");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString().replaceAll("_.*", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @Tag("D4")
    @MethodSource("bundles")
    void everyLanguageHasEveryMessage(String bundle) throws IOException {
        Map<String, String> english = read(bundle, "en");
        assertFalse(english.isEmpty());
        for (String language : LANGUAGES) {
            Map<String, String> other = read(bundle, language);
            assertEquals(english.keySet(), other.keySet(), bundle + " in " + language);
            english.forEach((key, text) -> {
                assertFalse(other.get(key).isBlank(), bundle + "." + key + " in " + language + " says nothing");
                assertEquals(told(text), told(other.get(key)), bundle + "." + key + " in " + language);
            });
        }
    }

    /** A language that only some pages speak would mix with English on the others. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleIsThereInTheSameLanguages(String bundle) throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(bundle + "_"))
                    .map(name -> name.substring(bundle.length() + 1, name.indexOf('.')))
                    .toList();
            assertEquals(LANGUAGES, Set.copyOf(names));
        }
    }

    /** Unless Italians say it so. */
    @ParameterizedTest
    @MethodSource("bundles")
    void nothingIsLeftInEnglish(String bundle) throws IOException {
        Map<String, String> italian = read(bundle, "it");
        List<String> left = read(bundle, "en").entrySet().stream()
                .filter(message -> message.getValue().equals(italian.get(message.getKey())))
                .map(Map.Entry::getValue)
                .filter(text -> WORD.matcher(text).find() && !IN_BOTH.contains(text))
                .toList();
        assertEquals(List.of(), left);
    }

    private static Set<String> told(String text) {
        return TOLD.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String bundle, String language) throws IOException {
        Properties read = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES.resolve(bundle + "_" + language + ".properties"))) {
            read.load(file);
        }
        Map<String, String> all = new TreeMap<>();
        read.forEach((key, text) -> all.put(key.toString(), text.toString()));
        return all;
    }
}
