package dev.foyer.ctl.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.cmdlets.Cmdlet;
import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.command.Root;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The pages in {@code docs/command-line} are what the tables say now; {@code -Dpages.update} writes them anew. */
class PagesTest {

    private static final Path DOCS = Path.of("../docs/command-line");

    private final CommandLine commands =
            new Root(new Session(new TestConsole(), new Folder(Path.of("unused")), Map.of())).commands();

    @Test
    void theManualIsUpToDate() throws IOException {
        same("foyerctl.1", ManPage.of(commands));
    }

    @Test
    void theWebPageIsUpToDate() throws IOException {
        same("reference.html", WebPage.of(commands));
    }

    private static void same(String name, String made) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("pages.update")) {
            Files.createDirectories(DOCS);
            Files.writeString(file, made);
        }
        assertEquals(made, Files.readString(file), "run this test with -Dpages.update=true and look at " + file);
    }

    @Test
    void everyCmdletHasAnExample() {
        List<String> without = CmdletTable.all().stream()
                .filter(cmdlet -> cmdlet.examples().isEmpty())
                .map(Cmdlet::name)
                .toList();
        assertEquals(List.of(), without);
        assertEquals(
                List.of("New-CsPinPolicy", "Set-CsTeamsAudioConferencingPolicy"),
                CmdletTable.all().stream()
                        .filter(cmdlet -> !cmdlet.isOfUse())
                        .map(Cmdlet::name)
                        .toList(),
                "which only say what to use instead");
    }

    @Test
    void noNameOrAliasIsTakenTwice() {
        List<String> names = CmdletTable.all().stream()
                .flatMap(cmdlet -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(cmdlet.name()), cmdlet.aliases().stream()))
                .map(String::toLowerCase)
                .toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void completionIsForThreeShells() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertTrue(CompletionScript.of(shell).contains("foyerctl complete --"), shell);
        }
    }
}
