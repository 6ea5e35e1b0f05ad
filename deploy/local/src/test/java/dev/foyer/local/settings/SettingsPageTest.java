package dev.foyer.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing can be set that the page does not show, and what it shows has a meaning. */
class SettingsPageTest {

    private static final Repository REPOSITORY = Repository.find();
    private static final Path ROOT = REPOSITORY.root();

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        if (System.getProperty("settings.update") != null) {
            SettingsPage.write(REPOSITORY);
        }
        assertEquals(
                SettingsPage.of(REPOSITORY),
                Files.readString(SettingsPage.fileIn(REPOSITORY)),
                "./foyer settings writes it anew; commit it");
    }

    @Test
    void everySettingHasAMeaning() {
        List<Setting> declared = SettingsPage.declared(ROOT);
        assertTrue(declared.size() > 80, () -> "settings: " + declared.size());
        assertEquals(
                List.of(),
                declared.stream()
                        .filter(each -> each.meaning().isBlank())
                        .map(Setting::key)
                        .toList());
    }

    /** A module that declares some and is not on the page would be forgotten in silence. */
    @Test
    void noModuleIsForgotten() throws IOException {
        Set<String> declaring = Pattern.compile("<module>(.*)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(SettingsPageTest::declares)
                .collect(Collectors.toSet());
        assertEquals(
                declaring,
                SettingsPage.declared(ROOT).stream().map(Setting::module).collect(Collectors.toSet()));
    }

    @Test
    void aKeyIsNamedAsItIsSet() {
        assertEquals(
                List.of(new Setting(
                        "admin-gateway",
                        "foyer.oidc.<name>.issuer-url",
                        "address",
                        "**needed**",
                        "Its issuer, letter by letter; the discovery document lies under it. Tokens of another issuer are not"
                                + " believed.")),
                SettingsPage.declared(ROOT).stream()
                        .filter(each -> each.key().endsWith("issuer-url"))
                        .toList());
        assertEquals(
                List.of("FOYER_BRIDGE_EVENTS_MOST_OF_A_TENANT", "FOYER_LIVE_MOST_OF_A_TENANT"),
                SettingsPage.declared(ROOT).stream()
                        .map(Setting::variable)
                        .filter(name -> name.contains("_MOST_OF_"))
                        .sorted()
                        .toList());
    }

    private static boolean declares(String module) {
        Path sources = ROOT.resolve(module).resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).anyMatch(SettingsPageTest::isMapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMapping(Path file) {
        try {
            return Files.readString(file).contains("@ConfigMapping(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
