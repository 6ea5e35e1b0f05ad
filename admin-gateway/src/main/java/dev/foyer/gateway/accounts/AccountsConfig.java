package dev.foyer.gateway.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the accounts of the embedded default are. */
@ConfigMapping(prefix = "foyer")
public interface AccountsConfig {

    /** JSON: who may sign in, with which roles and which hash of a password. None where people sign in with their company. */
    Optional<Path> accountsFile();

    /** How often that file is looked at; a change holds without a restart. */
    @WithDefault("3s")
    Duration accountsFileInterval();
}
