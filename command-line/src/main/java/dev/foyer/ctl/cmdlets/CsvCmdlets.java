package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.output.CsvReader;
import dev.foyer.ctl.output.CsvView;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects in CSV files: where they end, and where they come from, if not from the gateway. */
final class CsvCmdlets {

    private CsvCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(exportCsv(), importCsv());
    }

    private static Parameter path() {
        return Parameter.text("Path", "The file.").at(0);
    }

    private static Parameter delimiter() {
        return Parameter.text("Delimiter", "Between cells; a comma when absent.");
    }

    private static Path path(Call call) {
        return Path.of(call.bound()
                .text("Path")
                .orElseThrow(() -> CtlException.usage(call.cmdlet().name() + " needs -Path.")));
    }

    private static char separator(Call call) {
        String delimiter = call.bound().text("Delimiter").orElse(",");
        if (delimiter.length() != 1) {
            throw CtlException.usage("-Delimiter takes one character.");
        }
        return delimiter.charAt(0);
    }

    private static Cmdlet exportCsv() {
        return Cmdlet.of(
                        "Export-Csv",
                        "Writes objects to a CSV file, as they come.",
                        List.of(
                                path(),
                                Parameter.flag("Append", "Behind what is there."),
                                Parameter.flag("NoClobber", "Not over a file that is there."),
                                Parameter.flag("Force", "Also over a file that is there, which is so anyway."),
                                Parameter.flag("NoTypeInformation", "As always.")
                                        .alias("NTI"),
                                delimiter(),
                                Parameter.text("Encoding", "UTF-8, always.").oneOf("utf8", "UTF8NoBOM")),
                        Exporting::new)
                .alias("epcsv")
                .example(
                        "Get-CsOnlineDialInConferencingUser | Export-Csv -Path users.csv -NoTypeInformation",
                        "All who are enabled.");
    }

    private static final class Exporting extends ObjectCmdlets.Taking {

        private final Path file;
        private final boolean append;
        private final Work work;
        private final char separator;
        private PrintWriter out;
        private CsvView csv;

        Exporting(Call call) {
            super(call);
            file = path(call);
            append = call.bound().is("Append");
            work = call.work();
            separator = separator(call);
            if (call.bound().is("NoClobber") && Files.exists(file)) {
                throw CtlException.usage(file + " is there already; leave -NoClobber out to write over it.");
            }
        }

        @Override
        public boolean take(Row row, Sink next) {
            open();
            csv.take(row);
            return true;
        }

        @Override
        public void end(Sink next) {
            open();
            csv.end();
            boolean failed = out.checkError();
            out.close();
            if (failed) {
                throw new CtlException(ExitCode.REFUSED, file + " could not be written whole; is there room?");
            }
        }

        @Override
        public void brokenOff() {
            if (out != null) {
                out.close();
            }
        }

        private void open() {
            if (out != null) {
                return;
            }
            // What the first part of a line wrote is not written over by the rest of it.
            boolean behind = append || work.continues();
            try {
                List<String> names = behind && Files.exists(file) && Files.size(file) > 0 ? head() : null;
                OpenOption[] options = behind
                        ? new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND}
                        : new OpenOption[] {
                            StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                        };
                out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8, options));
                csv = new CsvView(out, separator, names);
            } catch (IOException e) {
                throw new CtlException(
                        ExitCode.REFUSED, file + " could not be written: check its folder and who may write there.");
            }
        }

        private List<String> head() throws IOException {
            try (BufferedReader in = Files.newBufferedReader(file)) {
                return new CsvReader(in, separator).next().orElse(null);
            }
        }
    }

    private static Cmdlet importCsv() {
        return Cmdlet.of(
                        "Import-Csv",
                        "Reads objects from a CSV file whose first line names the properties.",
                        List.of(path(), delimiter()),
                        call -> new Stage() {
                            @Override
                            public void start(Sink next) {
                                Path file = path(call);
                                char separator = separator(call);
                                try (BufferedReader in = readable(file)) {
                                    rows(call, new CsvReader(in, separator), next);
                                } catch (IOException | UncheckedIOException e) {
                                    throw CtlException.usage(
                                            file + " could not be read: check the path, and that it is UTF-8.");
                                }
                            }

                            @Override
                            public boolean take(Row row, Sink next) {
                                throw CtlException.usage("Import-Csv stands first in a line.");
                            }
                        })
                .alias("ipcsv")
                .example(
                        "Import-Csv users.csv | Set-CsOnlineDialInConferencingUser -ResetLeaderPin -WhatIf",
                        "Whoever is in a file.");
    }

    /**
     * All of it is read once before its first row goes down the line: a letter that is no UTF-8, which stands anywhere in it, is
     * found before anybody is asked for. What cannot be read twice, such as a pipe, is kept meanwhile.
     */
    private static BufferedReader readable(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new BufferedReader(new StringReader(Files.readString(file)));
        }
        try (BufferedReader once = Files.newBufferedReader(file)) {
            once.transferTo(Writer.nullWriter());
        }
        return Files.newBufferedReader(file);
    }

    private static void rows(Call call, CsvReader csv, Sink next) throws IOException {
        List<String> names = csv.next().orElse(List.of());
        for (var cells = csv.next(); cells.isPresent(); cells = csv.next()) {
            call.session().cancel().check();
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), i < cells.get().size() ? cells.get().get(i) : null);
            }
            if (!next.take(Row.of(row))) {
                return;
            }
        }
    }
}
