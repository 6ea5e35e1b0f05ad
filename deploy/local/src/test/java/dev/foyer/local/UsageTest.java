package dev.foyer.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is asked wrongly is answered in one sentence, and help needs nothing that has to be built first. */
class UsageTest {

    /** A copy of the script alone: nothing is built around it. */
    @TempDir
    Path folder;

    private record Said(int exitCode, String output) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"up", "status", "logs", "bench", "chaos", "test", "asyncapi", "kafka-user", "tenant", "demo"})
    void theScriptExplainsEachCommandBeforeAnyBuild(String command) throws Exception {
        Said said = script(command, "--help");
        assertEquals(0, said.exitCode());
        assertTrue(said.output().startsWith("./foyer " + command), said.output());
        assertTrue(said.output()
                .lines()
                .noneMatch(line -> line.startsWith("./foyer ") && !line.startsWith("./foyer " + command)));
    }

    @Test
    void theScriptRefusesInOneSentenceBeforeAnyBuild() throws Exception {
        assertEquals(
                new Said(2, "There is no command \"nonsense\"; ./foyer help lists what there is.\n"),
                script("nonsense"));
        assertEquals(
                new Said(2, "./foyer up has no option \"--bogus\"; ./foyer up --help shows what there is.\n"),
                script("up", "--detach", "--bogus=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up --bogus", "status x", "tenant", "logs -n x", "nonsense"})
    void theLauncherRefusesInOneSentence(String words) {
        StringWriter errors = new StringWriter();
        int exitCode = Foyer.commandLine().setErr(new PrintWriter(errors)).execute(words.split(" "));
        assertEquals(2, exitCode);
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().strip().endsWith("--help shows what there is."), errors.toString());
    }

    @Test
    void everyCommandOfTheLauncherHasHelp() {
        for (CommandLine command : Foyer.commandLine().getSubcommands().values()) {
            if (!command.getCommandName().equals("help")) {
                StringWriter output = new StringWriter();
                int exitCode =
                        Foyer.commandLine().setOut(new PrintWriter(output)).execute(command.getCommandName(), "--help");
                assertEquals(0, exitCode);
                assertTrue(output.toString().contains("foyer " + command.getCommandName()), output.toString());
            }
        }
    }

    private Said script(String... arguments) throws IOException, InterruptedException {
        Path script = folder.resolve("foyer");
        Files.copy(Repository.find().root().resolve("foyer"), script);
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(script);
        return new Said(process.waitFor(), output);
    }
}
