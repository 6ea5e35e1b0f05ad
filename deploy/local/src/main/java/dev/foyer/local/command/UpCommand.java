package dev.foyer.local.command;

import dev.foyer.local.Console;
import dev.foyer.local.home.Home;
import dev.foyer.local.observe.ObserverSettings;
import dev.foyer.local.process.BoundedOutput;
import dev.foyer.local.recording.Recording;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Watch;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything; Ctrl-C stops it. */
@Command(name = "up", description = "Start everything and stay; Ctrl-C stops it.")
public final class UpCommand implements Runnable {

    @Option(names = "--detach", description = "Return when all is ready; ./foyer down stops it.")
    private boolean detach;

    @Option(names = "--empty", description = "Load no demo tenants.")
    private boolean empty;

    @Option(names = "--observe", description = "Start Prometheus and Alertmanager beside it, where they are installed.")
    private boolean observe;

    @Option(names = "--in-background", hidden = true, description = "What --detach starts: no passwords on the output.")
    private boolean inBackground;

    @Option(names = "--recording", hidden = true, description = "What the recording of the start itself starts.")
    private boolean recording;

    @Override
    public void run() {
        Setup asked = Setup.of(System.getenv());
        Setup wanted = observe ? asked.observed(ObserverSettings.USUAL) : asked;
        Setup setup = empty ? wanted.withoutDemoTenants() : wanted;
        if (recording) {
            new Watch(setup.recording(), Console.terminal(), false).run();
            return;
        }
        if (!inBackground) {
            Recording.sayWhatIsNotRecorded(setup.repository(), Console.terminal());
        }
        if (detach) {
            new Detached(setup, Console.terminal()).run();
        } else {
            if (inBackground) {
                printInto(setup.home());
            }
            new Watch(setup, Console.terminal(), !inBackground).run();
        }
    }

    /** What is printed for months goes into a log that stays small. */
    private static void printInto(Home home) {
        home.create();
        PrintStream log = new PrintStream(new BoundedOutput(home.log(Detached.LOG)), true);
        System.setOut(log);
        System.setErr(log);
    }
}
