package dev.foyer.local.secrets;

import dev.foyer.local.home.Home;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The secret files of one Foyer.
 *
 * @param instanceKeys by the title of each service with aggregates: by what its instances know each other
 * @param accountsFile the gateway's: hashes instead of passwords
 */
public record Secrets(
        Path pepper,
        Map<String, Path> instanceKeys,
        PinKeyFiles pinKeys,
        Path gatewayPrivateKeys,
        Path gatewayPublicKeys,
        Path accountsFile,
        Path sessionKeyFile,
        Path mailPasswordFile,
        Certificates certificates) {

    private static final int TOKEN_LENGTH = 48;
    private static final int MAIL_PASSWORD_LENGTH = 16;
    private static final String PASSWORDS = "passwords.json";
    private static final String ACCOUNTS = "accounts.json";
    private static final String MAIL_PASSWORD = "mail-password";

    /** Makes what is missing. Passwords that the environment gives replace those in the file. */
    public static Secrets prepare(Home home, Map<String, String> environment) {
        SecretFolder folder = new SecretFolder(home.secrets());
        Accounts accounts = passwords(folder).withOperator().overriddenBy(environment);
        Path gatewayKeys = folder.writeOnce("gateway-keys-private.json", GatewayKeys::generate);
        return new Secrets(
                folder.writeOnce("pepper.json", () -> OctKeys.generate("pepper")),
                instanceKeys(folder),
                PinKeyFiles.prepare(folder),
                gatewayKeys,
                folder.write("gateway-keys-public.json", GatewayKeys.publicHalves(text(gatewayKeys))),
                write(folder, accounts),
                folder.writeOnce("session-key", () -> RandomText.ofLength(TOKEN_LENGTH)),
                folder.writeOnce(MAIL_PASSWORD, () -> RandomText.ofLength(MAIL_PASSWORD_LENGTH)),
                Certificates.prepare(folder, Instant.now()));
    }

    /**
     * Gives an account another password; a running gateway takes it within seconds and ends the account's sessions.
     *
     * @return the account with its new password
     * @throws CannotRun when there is no account of that name
     */
    public static Account changePassword(Home home, String name) {
        Accounts changed = accountsOf(home).withNewPassword(name);
        write(new SecretFolder(home.secrets()), changed);
        return changed.named(name);
    }

    /**
     * Gives a tenant its first administrator, if it has none; a running gateway lets it in within seconds.
     *
     * @param name of the administrator, if there is none yet
     * @return the administrator, with the password
     */
    public static Account addAdministrator(Home home, String tenant, String name) {
        Accounts changed = accountsOf(home).withAdministrator(tenant, name);
        write(new SecretFolder(home.secrets()), changed);
        return changed.administrator(tenant).orElseThrow();
    }

    /**
     * Takes all accounts of a tenant away; a running gateway ends their sessions within seconds.
     *
     * @throws CannotRun when nobody would be left who may sign in
     */
    public static void removeAccounts(Home home, String tenant) {
        write(new SecretFolder(home.secrets()), accountsOf(home).without(tenant));
    }

    private static Map<String, Path> instanceKeys(SecretFolder folder) {
        return Stream.of(Component.values())
                .filter(Component::hasJournal)
                .map(Component::title)
                .collect(Collectors.toUnmodifiableMap(
                        title -> title,
                        title -> folder.writeOnce(
                                title + "-instance-keys.json", () -> OctKeys.generate(title + "-instance"))));
    }

    /** Two files: passwords for the owner, and for the gateway what it can compare with. */
    private static Path write(SecretFolder folder, Accounts accounts) {
        folder.write(PASSWORDS, accounts.toJson());
        return folder.write(ACCOUNTS, PasswordHashes.of(accounts, folder.path(ACCOUNTS)));
    }

    /** Before there were hashes, the passwords stood in the gateway's file. */
    private static Accounts passwords(SecretFolder folder) {
        Path passwords = folder.path(PASSWORDS);
        if (Files.exists(passwords)) {
            return Accounts.read(passwords);
        }
        Path accounts = folder.path(ACCOUNTS);
        return Files.exists(accounts) ? Accounts.read(accounts) : Accounts.generate();
    }

    /** Those of a Foyer that was started before. */
    public static Accounts accountsOf(Home home) {
        return Accounts.read(home.secrets().resolve(PASSWORDS));
    }

    /** The password of the mail view of a Foyer that was started before. */
    public static String mailPasswordOf(Home home) {
        return text(home.secrets().resolve(MAIL_PASSWORD)).strip();
    }

    /** The accounts with their passwords. */
    public Accounts accounts() {
        return Accounts.read(accountsFile.resolveSibling(PASSWORDS));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
