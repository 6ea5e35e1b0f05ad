package dev.foyer.ctl.help;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.cmdlets.Example;
import java.util.List;

/** How the short commands are used, one after the other; each is run by the test of the transcripts. */
public final class CommandExamples {

    /** Stands where the id of a mail or of a campaign stands, as the line before shows it. */
    public static final String ID = "6d1f6b0e-9c0f-4a3b-8a55-0d3f2f9b1c11";

    /** What {@code tenant export} is written to. */
    public static final String FILE = "contoso.yaml";

    private static final List<Example> ALL = List.of(
            new Example("whoami", "Where, and as whom."),
            new Example("user get amos", "One user, by the beginning of the name."),
            new Example("user list jun", "Those whose names, addresses or conference IDs begin so."),
            new Example("user reset amos --send-to u@hotmail.com", "A new PIN, mailed there."),
            new Example("user lock amos --what-if", "What would be done."),
            new Example("user reset jun.li -o none", "A new PIN that nobody sees; automatic mails are off here."),
            new Example("held list", "Mails that wait for an administrator."),
            new Example("held reveal " + ID, "The PIN in one of them, this once."),
            new Example("held send " + ID, "And off it goes."),
            new Example("user reset jun.li -o none", "Another one."),
            new Example("held list --user jun.li", "Who waits now."),
            new Example("held hand-over " + ID, "Somebody told it by telephone."),
            new Example("meeting list --organizer jun.li", "Meetings, and who waits."),
            new Example("audit --since 1d --user jun.li --type PinReset --limit 1 -o list", "What happened."),
            new Example("campaign run users.csv --what-if", "What would become of everybody in a file."),
            new Example("campaign run users.csv", "It is done by Foyer itself; the bar is for terminals."),
            new Example("campaign watch " + ID, "How far it is, until it ends."),
            new Example("campaign result " + ID, "What became of each."),
            new Example("campaign list", "All of them."),
            new Example("tenant export", "The tenant as a file: foyerctl tenant export > " + FILE),
            new Example("tenant plan -f " + FILE, "Somebody has written pinLength: 6 into it."),
            new Example("tenant drift -f " + FILE, "It differs, and a script is told so.", ExitCode.DIFFERS),
            new Example("tenant apply -f " + FILE, "Makes it so."),
            new Example("tenant drift -f " + FILE, "Nothing to do."));

    private CommandExamples() {}

    /** All of them, in the order in which they can be tried. */
    public static List<Example> all() {
        return ALL;
    }
}
