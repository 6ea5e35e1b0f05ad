package dev.foyer.ctl.command;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Profile;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists profiles, and says which one is used. */
@Command(name = "profiles", description = "Show the profiles; --use makes one the current one.")
final class ProfilesCommand extends Root.Action {

    @Option(names = "--use", paramLabel = "name", description = "The one that lines are done with from now on.")
    private String use;

    ProfilesCommand(Session session) {
        super(session);
    }

    @Override
    public ExitCode call() {
        if (use != null) {
            session().profiles().use(use);
        }
        String current = session().profiles().current();
        Sink view = Shown.several(session());
        for (Profile profile : session().profiles().all()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Name", profile.name());
            row.put("Current", profile.name().equals(current));
            row.put("Address", profile.url().toString());
            row.put("SignIn", profile.signIn().toString());
            view.take(Row.of(row));
        }
        view.end();
        return ExitCode.DONE;
    }
}
