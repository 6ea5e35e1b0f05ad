package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.demo.Story;
import dev.foyer.local.home.Ports;
import dev.foyer.local.load.FirstStart;
import dev.foyer.local.recording.Recording;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.secrets.Secrets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the main job against the running Foyer, or one that it starts for this and stops again. */
@Command(
        name = "demo",
        description = "Play the main job and say what happens; exit code 0 when all was as it should be.")
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--elsewhere",
            description =
                    "At a Foyer that something else runs on this machine, such as containers: its secrets are in FOYER_HOME,"
                            + " its gateway and mails at FOYER_PORT_GATEWAY and FOYER_PORT_SMTP_VIEW.")
    private boolean elsewhere;

    private final Console console = Console.terminal();

    @Override
    public Integer call() {
        Setup setup = Setup.of(System.getenv());
        if (elsewhere) {
            Accounts accounts = Secrets.accountsOf(setup.home());
            FirstStart.load(setup.ports(), accounts, console);
            return play(Cast.of(setup.ports(), accounts, Secrets.mailPasswordOf(setup.home())));
        }
        if (Supervisor.find(setup.home()).isEmpty()) {
            Recording.sayWhatIsNotRecorded(setup.repository(), console);
            return playOnOwn(setup);
        }
        if (!Supervisor.isReady(setup.home())) {
            throw new CannotRun("Foyer is still starting; try again when ./foyer status says that all is ready.");
        }
        Ports ports = Ports.read(setup.home()).orElse(setup.ports());
        return play(Cast.of(ports, Secrets.accountsOf(setup.home()), Secrets.mailPasswordOf(setup.home())));
    }

    private int playOnOwn(Setup setup) {
        console.say("Foyer does not run; starting it for the demo.");
        LocalFoyer foyer = LocalFoyer.prepare(setup, console);
        // Ctrl-C and the normal end alike.
        Runtime.getRuntime().addShutdownHook(new Thread(foyer::close, "stop"));
        foyer.bringUp();
        FirstStart.of(foyer, console);
        return play(Cast.of(foyer.ports(), foyer.accounts(), Secrets.mailPasswordOf(foyer.home())));
    }

    private int play(Cast cast) {
        return new Story(console).play(cast) ? 0 : 1;
    }
}
