package dev.foyer.local.command;

import dev.foyer.local.run.Setup;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an account of the embedded default another password; a running gateway takes it without a restart. */
@Command(
        name = "password",
        description = "Give an account another password, and say it; its sessions end within seconds.")
public final class PasswordCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "account", description = "Whose, such as helpdesk.")
    private String account;

    @Override
    public void run() {
        Account changed = Secrets.changePassword(Setup.of(System.getenv()).home(), account);
        System.out.println("The password of " + changed.name() + " is " + changed.password() + " from now on.");
    }
}
