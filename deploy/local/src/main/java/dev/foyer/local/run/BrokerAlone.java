package dev.foyer.local.run;

import dev.foyer.local.Console;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.process.Component;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The broker of a Foyer that does not run, for as long as something is done with it. */
public final class BrokerAlone {

    private BrokerAlone() {}

    /**
     * Starts it, does that, and stops it.
     *
     * @param work is given how to connect as somebody who may do everything
     */
    public static <T> T of(Setup setup, Console console, Function<Map<String, Object>, T> work) {
        try (LocalFoyer foyer = LocalFoyer.prepare(setup, console)) {
            foyer.start(List.of(Component.BROKER));
            return work.apply(SuperUser.connection(setup.home()));
        }
    }
}
