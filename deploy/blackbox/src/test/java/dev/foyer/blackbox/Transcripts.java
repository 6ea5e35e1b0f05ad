package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.ctl.cmdlets.Cmdlet;
import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.cmdlets.Example;
import dev.foyer.local.home.Repository;
import java.nio.file.Path;

/** Runs the examples of all cmdlets, in the order of their table, and writes down what they say. */
final class Transcripts {

    static final Path FILE = Repository.find().root().resolve("docs/command-line/transcripts.md");

    private static final String HEAD = """
            # What the examples say

            Made by `CommandLineIT`, which runs each of them against a Foyer with some users and compares. PINs, conference IDs and times are
            replaced; `-Dtranscripts.update=true` writes this file anew.
            """;

    private final CtlProcess ctl;
    private final String page;

    /** @param page address of the gateway, which is another one each time */
    Transcripts(CtlProcess ctl, String page) {
        this.ctl = ctl;
        this.page = page;
    }

    String ofAllExamples() {
        StringBuilder all = new StringBuilder(HEAD);
        for (Cmdlet cmdlet : CmdletTable.all()) {
            if (!cmdlet.examples().isEmpty()) {
                all.append("\n## ").append(cmdlet.name()).append("\n");
            }
            for (Example example : cmdlet.examples()) {
                CtlProcess.Ended ended = ctl.line(example.line());
                assertEquals(0, ended.code(), example.line() + "\n" + ended.text());
                all.append("\n")
                        .append(example.words())
                        .append("\n```\nfoyer> ")
                        .append(example.line())
                        .append("\n");
                all.append(normal(ended.text())).append("```\n");
            }
        }
        return all.toString();
    }

    /** Without what is another one in each run. */
    private String normal(String text) {
        String plain = text.replace(page, "http://127.0.0.1:8080")
                .replaceAll("(New PIN of \\S+: )\\d+", "$1•••••")
                .replaceAll("\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2026-11-27T08:00:00Z")
                .replaceAll("(?<![+\\d])\\d{7}(?!\\d)", "1234567")
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + b + "\n");
        return plain.replaceAll("^\\n+", "").replaceAll("\\n+$", "\n");
    }
}
