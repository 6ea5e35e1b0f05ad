package dev.foyer.gateway.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How long a session of the page holds, and what protects its cookie. */
@ConfigMapping(prefix = "foyer")
public interface SignInConfig {

    /** At least 32 characters that nobody can guess; the same for all instances. Another content ends all sessions. */
    Path sessionKeyFile();

    /** A session ends so long after its sign-in, whatever is done in it. */
    @WithDefault("8h")
    Duration sessionLife();

    /** A session ends after so long without a request. */
    @WithDefault("30m")
    Duration sessionIdle();
}
