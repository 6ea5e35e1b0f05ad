package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.output.CsvView;
import dev.foyer.ctl.output.JsonView;
import dev.foyer.ctl.output.ListView;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.output.TableView;
import java.util.List;
import java.util.function.Function;

/** Where objects end: a list, a table, JSON, CSV. */
final class OutputCmdlets {

    private OutputCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(formatTable(), formatList(), convertToJson(), convertToCsv());
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

                @Override
                public void brokenOff() {
                    shown.end();
                }
            };
        });
    }
}
