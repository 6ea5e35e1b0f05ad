package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.output.CsvReader;
import dev.foyer.ctl.output.CsvView;
import dev.foyer.ctl.output.JsonView;
import dev.foyer.ctl.output.ListView;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.output.TableView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where objects end: a list, a table, a file; and where they come from, if not from the gateway. */
final class OutputCmdlets {

    private OutputCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(formatTable(), formatList(), exportCsv(), importCsv(), convertToJson(), convertToCsv());
    }

    private static Cmdlet formatTable() {
        return shown(
                        "Format-Table",
                        "Shows objects as a table.",
                        call -> new TableView(call.session().console()),
                        Parameter.idle("AutoSize", Parameter.Kind.SWITCH, "columns always fit what is in them."))
                .alias("ft")
                .example(
                        "Get-CsOnlineDialInConferencingUser | Format-Table DisplayName, ConferenceId, ServiceNumber",
                        "Three columns.");
    }

    private static Cmdlet formatList() {
        return shown(
                        "Format-List",
                        "Shows objects as a list.",
                        call -> new ListView(call.session().console()))
                .alias("fl")
                .example(
                        "Get-CsOnlineDialInConferencingUser amos.marble@contoso.com | Format-List DisplayName, LeaderPin",
                        "Two properties.");
    }

    private static Cmdlet convertToJson() {
        return shown(
                        "ConvertTo-Json",
                        "Shows objects as a JSON array.",
                        call -> new JsonView(call.session().console().out()))
                .example(
                        "Get-CsOnlineDialInConferencingUser amos.marble@contoso.com | ConvertTo-Json",
                        "For a program.");
    }

    private static Cmdlet convertToCsv() {
        return shown(
                        "ConvertTo-Csv",
                        "Shows objects as CSV.",
                        call -> new CsvView(call.session().console().out(), ',', null))
                .example(
                        "Get-CsOnlineDialInConferencingUser | Select-Object DisplayName, ConferenceId | ConvertTo-Csv",
                        "For a spreadsheet.");
    }

    /** A stage that shows everything and hands on nothing. */
    private static Cmdlet shown(String name, String synopsis, Function<Call, Sink> view, Parameter... more) {
        List<Parameter> parameters = new java.util.ArrayList<>(List.of(more));
        parameters.add(
                Parameter.list("Property", "Which properties; absent: all.").at(0));
        return Cmdlet.of(name, synopsis, List.copyOf(parameters), call -> {
            Sink shown = view.apply(call);
            List<String> properties = call.bound().list("Property");
            return new ObjectCmdlets.Taking(call) {
                @Override
                public boolean take(Row row, Sink next) {
                    return shown.take(
                            properties.isEmpty() ? row : new Row(ObjectCmdlets.chosen(row, properties), row.source()));
                }

                @Override
                public void end(Sink next) {
                    shown.end();
                }
            };
        });
    }

    private static Cmdlet exportCsv() {
        return Cmdlet.of(
                        "Export-Csv",
                        "Writes objects to a CSV file, as they come.",
                        List.of(
                                Parameter.text("Path", "The file.").at(0),
                                Parameter.flag("Append", "Behind what is there."),
                                Parameter.flag("NoClobber", "Not over a file that is there."),
                                Parameter.flag("Force", "Also over a file that is there, which is so anyway."),
                                Parameter.flag("NoTypeInformation", "As always.")
                                        .alias("NTI"),
                                Parameter.text("Delimiter", "Between cells; a comma when absent."),
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
        private final char separator;
        private PrintWriter out;
        private CsvView csv;

        Exporting(Call call) {
            super(call);
            Bound bound = call.bound();
            file = Path.of(bound.text("Path").orElseThrow(() -> CtlException.usage("Export-Csv needs -Path.")));
            append = bound.is("Append");
            String delimiter = bound.text("Delimiter").orElse(",");
            if (delimiter.length() != 1) {
                throw CtlException.usage("-Delimiter takes one character.");
            }
            separator = delimiter.charAt(0);
            if (bound.is("NoClobber") && Files.exists(file)) {
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

        private void open() {
            if (out != null) {
                return;
            }
            try {
                List<String> names = append && Files.exists(file) && Files.size(file) > 0 ? head() : null;
                OpenOption[] options = append
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
                        List.of(
                                Parameter.text("Path", "The file.").at(0),
                                Parameter.text("Delimiter", "Between cells; a comma when absent.")),
                        call -> new Stage() {
                            @Override
                            public void start(Sink next) {
                                Path file = Path.of(call.bound()
                                        .text("Path")
                                        .orElseThrow(() -> CtlException.usage("Import-Csv needs -Path.")));
                                char separator = call.bound()
                                        .text("Delimiter")
                                        .orElse(",")
                                        .charAt(0);
                                try (BufferedReader in = Files.newBufferedReader(file)) {
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
