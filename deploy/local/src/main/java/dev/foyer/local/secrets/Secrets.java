package dev.foyer.local.secrets;

import dev.foyer.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The secret files of one Foyer. */
public record Secrets(Path internalToken, Path pepper, PinKeyFiles pinKeys, Path accountsFile, Path sessionKeyFile) {

    private static final int TOKEN_LENGTH = 48;

    /** Makes what is missing. Passwords that the environment gives replace those in the file. */
    public static Secrets prepare(Home home, Map<String, String> environment) {
        SecretFolder folder = new SecretFolder(home.secrets());
        Path accounts =
                folder.writeOnce("accounts.json", () -> Accounts.generate().toJson());
        folder.write(
                "accounts.json",
                Accounts.read(accounts).overriddenBy(environment).toJson());
        return new Secrets(
                folder.writeOnce("internal-token", () -> RandomText.ofLength(TOKEN_LENGTH)),
                folder.writeOnce("pepper.json", Pepper::generate),
                PinKeyFiles.prepare(folder),
                accounts,
                folder.writeOnce("session-key", () -> RandomText.ofLength(TOKEN_LENGTH)));
    }

    /** Those of a Foyer that was started before. */
    public static Accounts accountsOf(Home home) {
        return Accounts.read(home.secrets().resolve("accounts.json"));
    }

    /** The token of a Foyer that was started before. */
    public static String internalTokenOf(Home home) {
        return text(home.secrets().resolve("internal-token")).strip();
    }

    /** The accounts with their passwords. */
    public Accounts accounts() {
        return Accounts.read(accountsFile);
    }

    /** The key of the session cookie itself, since the gateway takes it by value. */
    public String sessionKey() {
        return text(sessionKeyFile);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
