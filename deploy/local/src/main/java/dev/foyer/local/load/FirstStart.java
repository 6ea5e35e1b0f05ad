package dev.foyer.local.load;

import dev.foyer.local.Console;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Api;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.secrets.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the demo tenants once. The mark lies beside the broker's data, so both are lost together. */
public final class FirstStart {

    private FirstStart() {}

    /** Does nothing when it was done before; throws {@link dev.foyer.local.CannotRun} when the gateway refuses. */
    public static void of(LocalFoyer foyer, Console console) {
        Path mark = mark(foyer.home());
        if (Files.exists(mark)) {
            return;
        }
        console.say("First start: loading the demo tenants.");
        load(foyer.ports(), foyer.accounts(), console);
        isDone(foyer.home());
    }

    /** Whoever runs it; may be done twice. */
    public static void load(Ports ports, Accounts accounts, Console console) {
        URI gateway = ports.http(Endpoint.GATEWAY);
        DemoLoader loader = new DemoLoader(console);
        Api contoso = Api.as(accounts.named("admin"), gateway);
        loader.setNumbers(contoso);
        loader.load("contoso.com", contoso, People.contoso());
        loader.load("fabrikam.com", Api.as(accounts.named("admin@fabrikam"), gateway), People.fabrikam());
    }

    /** There are people already: none are loaded. */
    public static void isDone(Home home) {
        try {
            if (!Files.exists(mark(home))) {
                Files.createFile(mark(home));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path mark(Home home) {
        return home.data().resolve("demo-loaded");
    }
}
