package dev.foyer.local.command;

import dev.foyer.local.home.Repository;
import dev.foyer.local.settings.SettingsPage;
import picocli.CommandLine.Command;

/** Writes the page of all settings from the code; a test tells when it was forgotten. */
@Command(
        name = "settings",
        description = "Write docs/operations/settings.md anew: every setting of the services and every port.")
public final class SettingsCommand implements Runnable {

    @Override
    public void run() {
        Repository repository = Repository.find();
        boolean changed = SettingsPage.write(repository);
        System.out.println(SettingsPage.fileIn(repository) + (changed ? " is new: commit it." : " is as it was."));
    }
}
