package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.access.AclCommands;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import dev.foyer.local.secrets.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each user of the broker may do, as commands of Kafka's own tool; or does it to the broker that runs. */
@Command(
        name = "acls",
        description =
                "Print what each user of the broker may do, as kafka-acls commands; made from deploy/topics.yaml.")
public final class AclsCommand implements Runnable {

    @Option(names = "--apply", description = "Bring the running broker in line instead, its users and topics too.")
    private boolean apply;

    @Override
    public void run() {
        Setup setup = Setup.of(System.getenv());
        setup.home().create();
        Provisioning provisioning = setup.provisioning(
                Secrets.prepare(setup.home(), setup.environment()).accounts());
        if (apply) {
            if (!Supervisor.isReady(setup.home())) {
                throw new CannotRun("Foyer does not run (or is still starting); ./foyer up starts it.");
            }
            provisioning.apply(Console.terminal());
            System.out.println(provisioning.rules().size() + " rules are in force.");
        } else {
            AclCommands.of(provisioning.rules()).forEach(System.out::println);
        }
    }
}
