package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All cmdlets, in the order in which they are explained. */
public final class CmdletTable {

    /** Letters that a misprint may differ by: the article's own, Get-CsCsOnlineDialInConfencingUser, has four. */
    private static final int MISPRINT = 4;

    private static final List<Cmdlet> ALL = make();

    private CmdletTable() {}

    private static List<Cmdlet> make() {
        List<Cmdlet> all = new ArrayList<>();
        all.addAll(UserCmdlets.all());
        all.addAll(UserSetCmdlets.all());
        all.addAll(PinCmdlets.all());
        all.addAll(SettingsCmdlets.all());
        all.addAll(PolicyCmdlets.all());
        all.addAll(BridgeCmdlets.all());
        all.addAll(NumberCmdlets.all());
        all.addAll(DefaultNumberCmdlets.all());
        all.addAll(ObjectCmdlets.all());
        all.addAll(OutputCmdlets.all());
        all.addAll(CsvCmdlets.all());
        all.addAll(HelpCmdlet.all());
        return List.copyOf(all);
    }

    /** All of them. */
    public static List<Cmdlet> all() {
        return ALL;
    }

    /** The one of that name, in any case, or that alias. */
    public static Optional<Cmdlet> named(String name) {
        return ALL.stream().filter(cmdlet -> cmdlet.isCalled(name)).findFirst();
    }

    /**
     * The one that is meant.
     *
     * @param warn told when a misprint was understood, which is so only for cmdlets that read
     */
    public static Cmdlet find(String name, Consumer<String> warn) {
        Optional<Cmdlet> exact = named(name);
        if (exact.isPresent()) {
            return exact.get();
        }
        int least = ALL.stream()
                .mapToInt(each -> Misprints.distance(each.name(), name))
                .min()
                .orElse(0);
        List<Cmdlet> nearest = ALL.stream()
                .filter(each -> Misprints.distance(each.name(), name) == least)
                .toList();
        boolean near = least <= MISPRINT && nearest.size() == 1;
        if (near && nearest.getFirst().isReading()) {
            warn.accept(name + " is no cmdlet and was taken for a misprint of "
                    + nearest.getFirst().name() + ".");
            return nearest.getFirst();
        }
        throw CtlException.usage("There is no cmdlet " + name
                + (near
                        ? "; did you mean " + nearest.getFirst().name() + "?"
                        : "; Get-Help lists those that there are."));
    }

    /** Those that a pattern names, for help. */
    public static List<Cmdlet> matching(String pattern) {
        Wildcard wildcard = Wildcard.of(pattern, false);
        return ALL.stream()
                .filter(each -> wildcard.matches(each.name()))
                .sorted(Comparator.comparing(Cmdlet::name))
                .toList();
    }
}
