package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A language that is there is complete; English stands at the sentences themselves. */
@Tag("D4")
class MessageFilesTest {

    private static final Set<String> SENTENCES =
            Arrays.stream(MailMessages.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aLanguageHasEverySentenceAndNoOther(Path file) throws IOException {
        Properties messages = messages(file);
        assertEquals(Set.of(), lacking(messages), () -> "lacking in " + file);
        assertEquals(SENTENCES, messages.stringPropertyNames());
        messages.forEach((key, sentence) -> assertFalse(((String) sentence).isBlank(), key + " in " + file));
    }

    /** Mails in such a language say the rest in English ({@code PreviewResourceTest}); this is who notices. */
    @Test
    void whatALanguageLacksIsFound() throws IOException {
        Set<String> lacking = lacking(messages(Path.of("src/test/resources/messages/mail_eo.properties")));
        Set<String> all = new HashSet<>(SENTENCES);
        all.removeAll(Set.of("hello", "pin"));
        assertEquals(all, lacking);
    }

    private static Properties messages(Path file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        }
        return messages;
    }

    private static Set<String> lacking(Properties messages) {
        return SENTENCES.stream().filter(key -> !messages.containsKey(key)).collect(Collectors.toSet());
    }
}
