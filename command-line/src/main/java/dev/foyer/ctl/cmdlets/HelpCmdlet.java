package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.output.Row;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code Get-Help}. */
final class HelpCmdlet {

    private HelpCmdlet() {}

    static List<Cmdlet> all() {
        return List.of(Cmdlet.of(
                        "Get-Help",
                        "Explains a cmdlet, or lists them.",
                        List.of(
                                Parameter.text("Name", "Which; with * several, absent all.")
                                        .at(0),
                                Parameter.flag("Examples", "Only how it is used."),
                                Parameter.flag(
                                        "Full",
                                        "All, with the parameters that make no difference or are refused here."),
                                Parameter.flag("Detailed", "The same."),
                                Parameter.text("Parameter", "Only that one.")),
                        call -> (Stage.Each) (input, next) -> {
                            String name = call.bound().text("Name").orElse("*");
                            if (!Wildcard.isIn(name)) {
                                explain(call, CmdletTable.find(name, call::warn));
                                return true;
                            }
                            for (Cmdlet cmdlet : CmdletTable.matching(name)) {
                                Map<String, Object> row = new LinkedHashMap<>();
                                row.put("Name", cmdlet.name());
                                row.put("Synopsis", cmdlet.synopsis());
                                if (!next.take(Row.of(row))) {
                                    return false;
                                }
                            }
                            return true;
                        })
                .alias("help", "man")
                .example("Get-Help Set-CsOnlineDialInConferencingUser -Examples", "How it is used.")
                .example("Get-Help *User", "Those whose names end so."));
    }

    private static void explain(Call call, Cmdlet cmdlet) {
        PrintWriter out = call.session().console().out();
        Bound bound = call.bound();
        boolean detailed = bound.is("Detailed");
        boolean full = bound.is("Full") || detailed;
        if (bound.has("Parameter")) {
            String wanted = bound.text("Parameter").orElse("");
            Parameter found = Binder.find(cmdlet, wanted)
                    .orElseThrow(() ->
                            dev.foyer.ctl.CtlException.usage(cmdlet.name() + " has no parameter -" + wanted + "."));
            HelpText.parameter(found).forEach(out::println);
        } else if (bound.is("Examples")) {
            HelpText.examples(cmdlet).forEach(out::println);
        } else {
            HelpText.of(cmdlet, full).forEach(out::println);
        }
        out.flush();
    }
}
