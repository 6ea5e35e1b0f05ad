package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.ctl.cmdlets.Cmdlet;
import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.cmdlets.Example;
import dev.foyer.ctl.help.CommandExamples;
import dev.foyer.local.home.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the examples of all cmdlets, in the order of their table, then those of the commands, and writes down what they say. */
final class Transcripts {

    static final Path FILE = Repository.find().root().resolve("docs/command-line/transcripts.md");

    private static final String HEAD = """
            # What the examples say

            Made by `CommandLineIT`, which runs each of them against a Foyer with some users and compares. PINs, conference IDs and times are
            replaced; `-Dtranscripts.update=true -DexcludedTests=` writes this file anew.
            """;

    /** Of a mail or a campaign; a bridge's stays the same. */
    private static final Pattern ID =
            Pattern.compile("(?m)(^|^Campaign )([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final CtlProcess ctl;
    private final String page;
    private final StringBuilder said = new StringBuilder(HEAD);
    private int cmdlets;

    /** @param page address of the gateway, which is another one each time */
    Transcripts(CtlProcess ctl, String page) {
        this.ctl = ctl;
        this.page = page;
    }

    /** The file as far as the examples of the first cmdlets, of which none is run again. */
    String upTo(int count) {
        List<Cmdlet> all = CmdletTable.all();
        for (; cmdlets < Math.min(count, all.size()); cmdlets++) {
            write(all.get(cmdlets));
        }
        return said.toString();
    }

    /** The whole file; goes on where {@link #upTo} has ended. */
    String ofAllExamples() {
        return upTo(Integer.MAX_VALUE) + ofCommands();
    }

    private void write(Cmdlet cmdlet) {
        if (!cmdlet.examples().isEmpty()) {
            said.append("\n## ").append(cmdlet.name()).append("\n");
        }
        for (Example example : cmdlet.examples()) {
            CtlProcess.Ended ended = ended(example, example.line());
            said.append("\n")
                    .append(example.words())
                    .append("\n```\nfoyer> ")
                    .append(example.line())
                    .append("\n");
            said.append(normal(ended.text())).append(code(example)).append("```\n");
        }
    }

    /** The short ones, which are told apart by their prompt; ids are those that the line before has shown. */
    private String ofCommands() {
        StringBuilder all = new StringBuilder("\n## The short commands\n");
        String id = CommandExamples.ID;
        unseen("Set-CsOnlineDialInConferencingTenantSettings -AutomaticallySendEmailsToUsers $false");
        for (Example example : CommandExamples.all()) {
            CtlProcess.Ended ended = ended(example, example.line().replace(CommandExamples.ID, id));
            Matcher shown = ID.matcher(ended.text());
            if (shown.find()) {
                id = shown.group(2);
            }
            all.append("\n")
                    .append(example.words())
                    .append("\n```\n$ foyerctl ")
                    .append(example.line())
                    .append("\n")
                    .append(normal(shown.replaceAll("$1" + CommandExamples.ID)))
                    .append(code(example))
                    .append("```\n");
            if (example.line().equals("tenant export")) {
                ctl.write(CommandExamples.FILE, ended.text().replaceFirst("pinLength: \\d+", "pinLength: 6"));
            }
        }
        unseen("Remove-CsOnlineDialInConferencingTenantSettings");
        return all.toString();
    }

    private CtlProcess.Ended ended(Example example, String line) {
        CtlProcess.Ended ended = ctl.line(line);
        assertEquals(example.code().code(), ended.code(), line + "\n" + ended.text());
        return ended;
    }

    /** Of those that are not done. */
    private static String code(Example example) {
        return example.isDone() ? "" : "# exit code " + example.code().code() + "\n";
    }

    private void unseen(String line) {
        CtlProcess.Ended ended = ctl.line(line);
        assertEquals(0, ended.code(), ended.text());
    }

    /** Without what is another one in each run. */
    private String normal(String text) {
        String plain = text.replace(page, "http://127.0.0.1:8080")
                .replaceAll("(New PIN of \\S+: |The PIN is )\\d+", "$1•••••")
                .replaceAll("\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2026-11-27T08:00:00Z")
                .replaceAll("(?<![+\\d])\\d{7}(?!\\d)", "1234567")
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + b + "\n");
        return plain.replaceAll("^\\n+", "").replaceAll("\\n+$", "\n");
    }
}
