package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Address;
import dev.foyer.ctl.client.DeviceFlow;
import dev.foyer.ctl.client.Profile;
import dev.foyer.ctl.client.Profiles;
import dev.foyer.ctl.session.Session;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs in, and keeps how in a profile. */
@Command(
        name = "login",
        description = {
            "Sign in, and keep it in a file that only you can read.",
            "With an embedded account the password is asked for, or taken from --password-file or from the variable"
                    + " FOYER_PASSWORD; never from the command line. With --issuer a browser anywhere signs you in."
        })
final class LoginCommand extends Root.Action {

    @Parameters(index = "0", paramLabel = "address", description = "Of the gateway, as https://foyer.contoso.com.")
    private String address;

    @Option(names = "--account", paramLabel = "name", description = "An embedded account, as admin.")
    private String account;

    @Option(names = "--password-file", paramLabel = "file", description = "Its first line is the password.")
    private Path passwordFile;

    @Option(names = "--issuer", paramLabel = "address", description = "Your company's OpenID Connect provider.")
    private String issuer;

    @Option(
            names = "--client-id",
            paramLabel = "id",
            defaultValue = "foyer-cli",
            description = "Foyer's client for command lines there; foyer-cli when absent.")
    private String clientId;

    @Option(
            names = "--scope",
            paramLabel = "scopes",
            defaultValue = Profile.Company.USUAL_SCOPE,
            description = "What is asked for there; \"" + Profile.Company.USUAL_SCOPE
                    + "\" when absent, so that the sign-in is renewed by itself.")
    private String scope;

    LoginCommand(Session session) {
        super(session);
    }

    @Override
    public ExitCode call() {
        URI url = Address.ofGateway(address);
        String name = session().options().profile().orElse("default");
        Profile profile = new Profile(name, url, issuer == null ? basic() : company());
        JsonNode me = session().as(profile).get("/api/v1/me");
        if (!me.hasNonNull("account")) {
            throw new CtlException(ExitCode.AWAY, url + " answers, but is no Foyer; check the address.");
        }
        session().profiles().save(profile);
        List<String> roles = new ArrayList<>();
        me.path("roles").forEach(role -> roles.add(role.asText()));
        session()
                .console()
                .say("Signed in at " + url + " as " + me.path("account").asText() + " of "
                        + me.path("tenant").asText("all tenants") + " (" + String.join(", ", roles) + "), profile "
                        + name + ".");
        return ExitCode.DONE;
    }

    private Profile.Basic basic() {
        String who = account != null
                ? account
                : session()
                        .console()
                        .ask("Account: ")
                        .filter(text -> !text.isBlank())
                        .orElseThrow(
                                () -> CtlException.usage("Say --account, or --issuer for your company's sign-in."));
        String environment = System.getenv("FOYER_PASSWORD");
        if (passwordFile != null) {
            return new Profile.Basic(who, Profiles.secretIn(passwordFile));
        }
        if (environment != null) {
            return new Profile.Basic(who, environment);
        }
        return session()
                .console()
                .askSecret("Password of " + who + ": ")
                .map(password -> new Profile.Basic(who, password))
                .orElseThrow(() -> CtlException.usage(
                        "There is no terminal to ask for the password; give --password-file or FOYER_PASSWORD."));
    }

    private Profile.Company company() {
        return DeviceFlow.at(Address.ofProvider(issuer), clientId)
                .signIn(scope, session().console()::say, this::patiently);
    }

    /** A person takes as long as they take. */
    private boolean patiently(int seconds, String why) {
        session().cancel().pause(seconds * 1000L);
        return true;
    }
}
