package dev.foyer.ctl.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles of this user of this machine, in one file that nobody else can read. The environment beats it:
 * {@code FOYER_URL} with {@code FOYER_TOKEN}, or with {@code FOYER_ACCOUNT} and {@code FOYER_PASSWORD} or {@code FOYER_PASSWORD_FILE}.
 */
public final class Profiles {

    private static final String FILE = "profiles.json";

    private final Folder folder;
    private final Map<String, String> environment;

    public Profiles(Folder folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * The one that was asked for, or the current one.
     *
     * @param name empty: whatever the environment or the last {@code login} says
     */
    public Profile chosen(Optional<String> name) {
        if (name.isEmpty() && environment.containsKey("FOYER_URL")) {
            return ofEnvironment();
        }
        ObjectNode all = read();
        String wanted = name.orElseGet(() -> environment.getOrDefault("FOYER_PROFILE", current(all)));
        JsonNode found = all.path("profiles").path(wanted);
        if (found.isMissingNode()) {
            throw new CtlException(
                    ExitCode.NOT_SIGNED_IN,
                    name.isPresent()
                            ? "There is no profile " + wanted + "; foyerctl login <address> --profile " + wanted
                                    + " makes one."
                            : "You are not signed in; foyerctl login <address> signs you in.");
        }
        return Profile.read(wanted, found);
    }

    private Profile ofEnvironment() {
        URI url = URI.create(environment.get("FOYER_URL"));
        if (environment.containsKey("FOYER_TOKEN")) {
            return new Profile(Profile.OF_ENVIRONMENT, url, new Profile.Token(environment.get("FOYER_TOKEN")));
        }
        String account = environment.get("FOYER_ACCOUNT");
        String password = environment.get("FOYER_PASSWORD");
        if (password == null && environment.containsKey("FOYER_PASSWORD_FILE")) {
            password = secretIn(Path.of(environment.get("FOYER_PASSWORD_FILE")));
        }
        if (account == null || password == null) {
            throw new CtlException(
                    ExitCode.NOT_SIGNED_IN,
                    "FOYER_URL is set, so FOYER_TOKEN must be, or FOYER_ACCOUNT with FOYER_PASSWORD or"
                            + " FOYER_PASSWORD_FILE.");
        }
        return new Profile(Profile.OF_ENVIRONMENT, url, new Profile.Basic(account, password));
    }

    /** The first line of a file. */
    public static String secretIn(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw CtlException.usage("The password could not be read from " + file + ": check the path.");
        }
    }

    /** Keeps it, and makes it the current one. */
    public void save(Profile profile) {
        ObjectNode all = read();
        all.put("current", profile.name());
        all.withObject("/profiles").set(profile.name(), profile.json());
        write(all);
    }

    /** Keeps new tokens of a profile that is there; which one is current stays. */
    public void renew(Profile profile) {
        ObjectNode all = read();
        all.withObject("/profiles").set(profile.name(), profile.json());
        write(all);
    }

    /** Makes it the current one. */
    public void use(String name) {
        chosen(Optional.of(name));
        write(read().put("current", name));
    }

    /** Forgets it and its secret. */
    public void remove(String name) {
        chosen(Optional.of(name));
        ObjectNode all = read();
        all.withObject("/profiles").remove(name);
        if (current(all).equals(name)) {
            all.remove("current");
        }
        write(all);
    }

    /** All, by name. */
    public List<Profile> all() {
        List<Profile> found = new ArrayList<>();
        read().path("profiles").properties().forEach(each -> found.add(Profile.read(each.getKey(), each.getValue())));
        return found;
    }

    /** The name of the current one; {@code default} when there is none yet. */
    public String current() {
        return current(read());
    }

    private static String current(JsonNode all) {
        return all.path("current").asText("default");
    }

    private ObjectNode read() {
        return folder.readSecret(FILE)
                .map(text -> {
                    if (Json.parse(text) instanceof ObjectNode object) {
                        return object;
                    }
                    throw new CtlException(
                            ExitCode.NOT_SIGNED_IN,
                            folder.file(FILE) + " is damaged; delete it and sign in again with foyerctl login.");
                })
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private void write(ObjectNode all) {
        folder.writeSecret(FILE, Json.pretty(all));
    }
}
