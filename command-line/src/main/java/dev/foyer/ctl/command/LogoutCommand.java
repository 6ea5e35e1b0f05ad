package dev.foyer.ctl.command;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.session.Session;
import picocli.CommandLine.Command;

/** Forgets a profile. */
@Command(name = "logout", description = "Forget the profile and its secret.")
final class LogoutCommand extends Root.Action {

    LogoutCommand(Session session) {
        super(session);
    }

    @Override
    public ExitCode call() {
        String name = session().options().profile().orElseGet(session().profiles()::current);
        session().profiles().remove(name);
        session().console().say("Profile " + name + " is forgotten.");
        return ExitCode.DONE;
    }
}
