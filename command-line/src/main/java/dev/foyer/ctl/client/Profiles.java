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
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The profiles of this user of this machine, in one file that nobody else can read. The environment beats it:
 * {@code FOYER_URL} with {@code FOYER_TOKEN}, or with {@code FOYER_ACCOUNT} and {@code FOYER_PASSWORD} or {@code FOYER_PASSWORD_FILE}.
 */
public final class Profiles {

    private static final String FILE = "profiles.json";
    private static final String LOCK = "profiles.lock";

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
            throw name.isPresent()
                    ? nowhere(wanted)
                    : new CtlException(
                            ExitCode.NOT_SIGNED_IN, "You are not signed in; foyerctl login <address> signs you in.");
        }
        return read(wanted, found);
    }

    private Profile read(String name, JsonNode kept) {
        try {
            return Profile.read(name, kept);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new CtlException(
                    ExitCode.NOT_SIGNED_IN,
                    "The profile " + name + " in " + folder.file(FILE)
                            + " is damaged; foyerctl login <address> --profile " + name + " makes it anew.");
        }
    }

    private static CtlException nowhere(String name) {
        return new CtlException(
                ExitCode.NOT_SIGNED_IN,
                "There is no profile " + name + "; foyerctl login <address> --profile " + name + " makes one.");
    }

    private Profile ofEnvironment() {
        URI url = Address.ofGateway(environment.get("FOYER_URL"));
        if (environment.containsKey("FOYER_TOKEN")) {
            return new Profile(Profile.OF_ENVIRONMENT, url, new Profile.Token(token(environment.get("FOYER_TOKEN"))));
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

    /** As it comes from a file, with its line's end; anything else in it could be no part of a header. */
    private static String token(String said) {
        String token = said.strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7F) || token.isEmpty()) {
            throw new CtlException(
                    ExitCode.NOT_SIGNED_IN,
                    "FOYER_TOKEN is no token: it has blanks, line ends or accents, or nothing.");
        }
        return token;
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
        change(all -> {
            all.put("current", profile.name());
            all.withObject("/profiles").set(profile.name(), profile.json());
        });
    }

    /**
     * Renews a sign-in, one program at a time: of two that did so with the same refresh token, a provider that gives another one each
     * time would sign out the later.
     *
     * @param mine as it was read
     * @param renewal gets it as it is kept now, and says what it is to be
     */
    Profile renewed(Profile mine, UnaryOperator<Profile> renewal) {
        try (Folder.Lock _ = folder.lock(LOCK)) {
            ObjectNode all = read();
            JsonNode kept = all.path("profiles").path(mine.name());
            Profile before = kept.isMissingNode() ? mine : read(mine.name(), kept);
            Profile after = renewal.apply(before);
            if (!after.equals(before) && !kept.isMissingNode()) {
                all.withObject("/profiles").set(mine.name(), after.json());
                write(all);
            }
            return after;
        }
    }

    /** Makes it the current one. */
    public void use(String name) {
        mustBeThere(name);
        change(all -> all.put("current", name));
    }

    /** Forgets it and its secret. */
    public void remove(String name) {
        mustBeThere(name);
        change(all -> {
            all.withObject("/profiles").remove(name);
            if (current(all).equals(name)) {
                all.remove("current");
            }
        });
    }

    private void mustBeThere(String name) {
        if (!read().path("profiles").has(name)) {
            throw nowhere(name);
        }
    }

    /** One program at a time: what another one keeps meanwhile is not written over. */
    private void change(Consumer<ObjectNode> change) {
        try (Folder.Lock _ = folder.lock(LOCK)) {
            ObjectNode all = read();
            change.accept(all);
            write(all);
        }
    }

    /** All, by name. */
    public List<Profile> all() {
        List<Profile> found = new ArrayList<>();
        read().path("profiles").properties().forEach(each -> found.add(read(each.getKey(), each.getValue())));
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
