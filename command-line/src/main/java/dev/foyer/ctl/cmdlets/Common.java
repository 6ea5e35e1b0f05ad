package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.cmdlets.Parameter.Kind;
import java.util.ArrayList;
import java.util.List;

/** The parameters that all have. */
final class Common {

    /** Of those that have no other meaning for it. */
    static final Parameter FORCE = Parameter.flag("Force", "No questions, also with -Confirm.");

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
