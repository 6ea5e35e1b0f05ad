package dev.foyer.local.tenants;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.local.CannotRun;
import dev.foyer.local.access.UserName;
import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The command that added each tenant, a file for each, so that its repetition is answered as it was; with a digest of the
 * password that was in the answer, so that a later password never is.
 */
final class Added {

    /** How long the first password is told to who asks again with the same key. */
    static final Duration REPEATABLE = Duration.ofMinutes(15);

    private final Path folder;

    Added(Home home) {
        this.folder = home.secrets().resolve("added");
    }

    /** The command; empty: no command added that tenant. */
    Optional<String> commandOf(String tenant) {
        return lines(tenant).map(List::getFirst);
    }

    /**
     * Whether the answer to that command had this very password, and that a repetition may have it still: whoever lost the
     * answer asks again soon; who asks later may be somebody else who knows the key.
     */
    boolean told(Account administrator) {
        return isRecent(administrator.tenant()) && told(administrator, lines(administrator.tenant()));
    }

    private boolean isRecent(String tenant) {
        try {
            return Files.exists(file(tenant))
                    && Files.getLastModifiedTime(file(tenant))
                            .toInstant()
                            .plus(REPEATABLE)
                            .isAfter(Instant.now());
        } catch (IOException e) {
            throw new CannotRun(file(tenant) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean told(Account administrator, Optional<List<String>> command) {
        return command.filter(lines -> lines.size() > 1)
                .map(lines -> lines.get(1).equals(digest(administrator)))
                .orElse(false);
    }

    /** The command has begun. */
    void begin(String tenant, String command) {
        write(tenant, command);
    }

    /** The command's answer has this password. */
    void tells(Account administrator) {
        write(administrator.tenant(), commandOf(administrator.tenant()).orElseThrow() + "\n" + digest(administrator));
    }

    /** It is as if it had never been added. */
    void remove(String tenant) {
        try {
            Files.deleteIfExists(file(tenant));
        } catch (IOException e) {
            throw new CannotRun(file(tenant) + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private Optional<List<String>> lines(String tenant) {
        try {
            return Files.exists(file(tenant))
                    ? Optional.of(Files.readString(file(tenant)).lines().toList())
                            .filter(lines -> !lines.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            throw new CannotRun(file(tenant) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(String tenant, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(tenant), text);
        } catch (IOException e) {
            throw new CannotRun(file(tenant) + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path file(String tenant) {
        return folder.resolve(UserName.checkTenant(tenant));
    }

    /** Of 92 random bits: nobody guesses them. */
    private static String digest(Account account) {
        try {
            byte[] text = (account.name() + "\n" + account.password()).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
