package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.cmdlets.Parameter.Kind;
import java.util.ArrayList;
import java.util.List;

/** The parameters that all have. */
final class Common {

    /** Of those that have no other meaning for it. */
    static final Parameter FORCE = Parameter.flag("Force", "No questions, also with -Confirm.");

    /**
     * Those of PowerShell itself, which scripts have everywhere. They stand in no syntax line, and a parameter of the cmdlet's own is
     * never ambiguous because of them.
     */
    static final List<Parameter> OF_POWERSHELL = List.of(
            Parameter.flag("Verbose", "Shows the requests, as --verbose.").alias("vb"),
            Parameter.idle("Debug", Kind.SWITCH, "-Verbose shows the requests.").alias("db"),
            errors("ErrorAction", "ea"),
            errors("WarningAction", "wa"),
            errors("InformationAction", "infa"),
            errors("ProgressAction", "proga"),
            variable("ErrorVariable", "ev"),
            variable("WarningVariable", "wv"),
            variable("InformationVariable", "iv"),
            variable("OutVariable", "ov"),
            variable("PipelineVariable", "pv"),
            Parameter.idle("OutBuffer", Kind.NUMBER, "objects go on as they come.")
                    .alias("ob"));

    private static Parameter errors(String name, String alias) {
        return Parameter.idle(name, Kind.TEXT, "who is refused is named, the others go on, and the exit code says so.")
                .alias(alias);
    }

    private static Parameter variable(String name, String alias) {
        return Parameter.idle(name, Kind.TEXT, "there are no variables here.").alias(alias);
    }

    private Common() {}

    /** {@code -Identity} where there is but one. */
    static Parameter global() {
        return Parameter.text("Identity", "Global; there is one.").at(0).oneOf("Global");
    }

    /** Of a cmdlet that reads. */
    static List<Parameter> reading(Parameter... own) {
        List<Parameter> all = new ArrayList<>(of(own));
        all.add(Parameter.idle("WhatIf", Kind.SWITCH, "It only looks, and does it all the same.")
                .alias("wi"));
        all.add(Parameter.idle("Confirm", Kind.SWITCH, "It only looks, so nobody is asked.")
                .alias("cf"));
        return List.copyOf(all);
    }

    private static List<Parameter> of(Parameter... own) {
        List<Parameter> all = new ArrayList<>(List.of(own));
        all.add(Parameter.text("Tenant", "The tenant; only your own, which your sign-in says."));
        all.add(Parameter.text("TenantDomain", "The same by its domain."));
        all.add(Parameter.idle("DomainController", Kind.TEXT, "There are no domain controllers here.")
                .alias("DC"));
        if (all.stream().noneMatch(each -> each.name().equals(FORCE.name()))) {
            all.add(FORCE);
        }
        all.add(Parameter.idle("AsJob", Kind.SWITCH, "There are no jobs here; it is done at once."));
        return all;
    }

    /** Of a cmdlet that changes something. */
    static List<Parameter> changing(Parameter... own) {
        List<Parameter> all = new ArrayList<>(of(own));
        all.add(Parameter.flag("WhatIf", "Says what would be done and does not do it.")
                .alias("wi"));
        all.add(Parameter.flag("Confirm", "Asks before each change.").alias("cf"));
        return List.copyOf(all);
    }
}
