package dev.foyer.local;

import dev.foyer.local.command.AclsCommand;
import dev.foyer.local.command.BackupCommand;
import dev.foyer.local.command.DemoCommand;
import dev.foyer.local.command.DownCommand;
import dev.foyer.local.command.KafkaUserCommand;
import dev.foyer.local.command.LogsCommand;
import dev.foyer.local.command.MailCommand;
import dev.foyer.local.command.PasswordCommand;
import dev.foyer.local.command.RecordCommand;
import dev.foyer.local.command.RestartCommand;
import dev.foyer.local.command.RestoreCommand;
import dev.foyer.local.command.SettingsCommand;
import dev.foyer.local.command.StatusCommand;
import dev.foyer.local.command.TenantCommand;
import dev.foyer.local.command.UpCommand;
import dev.foyer.local.command.UpgradeCheckCommand;
import dev.foyer.local.command.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The launcher's main class. Exit codes: 0 done, 1 one sentence says why not, 2 wrong usage. */
@Command(
        name = "foyer",
        description = "Foyer on this machine.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            MailCommand.class,
            PasswordCommand.class,
            RestartCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            UpgradeCheckCommand.class,
            SettingsCommand.class,
            AclsCommand.class,
            KafkaUserCommand.class,
            TenantCommand.class,
            RecordCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Foyer {

    private Foyer() {}

    /** @param arguments a command and its options */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Foyer())
                .setExecutionExceptionHandler(Foyer::explain)
                .setParameterExceptionHandler(Foyer::refuse);
    }

    /** One sentence, not the whole help. */
    private static int refuse(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println(wrong.getMessage().lines().findFirst().orElse("").replaceAll("[.;]$", "") + "; ./" + name
                        + " --help shows what there is.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult arguments) {
        if (problem instanceof CannotRun known) {
            System.err.println(known.getMessage());
        } else {
            problem.printStackTrace();
        }
        return 1;
    }
}
