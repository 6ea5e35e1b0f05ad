package dev.foyer.gateway.accounts;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the accounts of the embedded default are. */
@ConfigMapping(prefix = "foyer")
public interface AccountsConfig {

    /** JSON: who may sign in, with which password and roles. */
    Path accountsFile();
}
