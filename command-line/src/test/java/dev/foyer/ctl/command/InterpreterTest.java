package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.cmdlets.Cmdlet;
import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.session.Session;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whichever kind a line is of, it is told from the others by its first word; nobody is signed in here. */
class InterpreterTest {

    @TempDir
    Path home;

    private final TestConsole console = new TestConsole();

    private static CommandLine commands() {
        return new Root(new Session(new TestConsole(), new Folder(Path.of("unused")), Map.of())).commands();
    }

    static Stream<String> names() {
        return commands().getSubcommands().keySet().stream();
    }

    static Stream<String> groups() {
        return commands().getSubcommands().entrySet().stream()
                .filter(each -> !each.getValue().getSubcommands().isEmpty())
                .map(Map.Entry::getKey);
    }

    static Stream<String> cmdlets() {
        return CmdletTable.all().stream().map(Cmdlet::name);
    }

    private ExitCode run(String line) {
        return new Interpreter(new Session(console, new Folder(home), Map.of())).run(line);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandCanBeAskedForItsHelp(String name) {
        assertEquals(ExitCode.DONE, run(name + " --help"), console::said);
        String help = console.written();
        assertTrue(help.startsWith("Usage: foyerctl " + name), help);
    }

    @ParameterizedTest
    @MethodSource("cmdlets")
    void everyCmdletToo(String name) {
        for (String asked : new String[] {" -?", " --help"}) {
            assertEquals(ExitCode.DONE, run(name + asked), console::said);
            String help = console.written();
            assertTrue(help.contains("SYNTAX") && help.contains(name), help);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"man", "web-page", "completion bash", "completion zsh", "completion fish", "tenant schema"})
    void whatIsMadeOfTheTablesIsWritten(String line) {
        assertEquals(ExitCode.DONE, run(line), console::said);
        assertFalse(console.written().isBlank());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void aGroupAloneDoesNothingAndSaysSoToScripts(String name) {
        assertEquals(ExitCode.USAGE, run(name));
        assertTrue(console.said().startsWith("Usage: foyerctl " + name));
        assertEquals("", console.written());
    }

    @Test
    void whatCanOnlyBeMeantAsACmdletIsAnsweredAsOne() {
        assertEquals(ExitCode.USAGE, run("web-pages"));
        assertTrue(console.said().contains("There is no cmdlet web-pages"));
    }
}
