package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A language that is there is complete. */
class MessageFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @Tag("D4")
    @MethodSource("files")
    void aLanguageHasEverySentenceAndNoOther(Path file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        }
        Set<String> wanted = Arrays.stream(MailMessages.class.getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertEquals(wanted, messages.stringPropertyNames());
        messages.forEach((key, sentence) -> assertFalse(((String) sentence).isBlank(), key + " in " + file));
    }
}
