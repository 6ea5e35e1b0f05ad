package dev.foyer.gateway.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The accounts of the embedded default, with hashes of their passwords. Immutable, thread-safe. */
public final class Accounts {

    private static final int FINGERPRINT_BYTES = 16;

    /**
     * @param fingerprint another one after a change of password, roles, tenant or user: what was granted before does not
     *     hold any more
     */
    public record Known(Account account, String passwordHash, String fingerprint) {
        @Override
        public String toString() {
            return account.name();
        }
    }

    private final Map<String, Known> accounts = new HashMap<>();
    private final Set<String> tenants = new HashSet<>();

    /** Where nobody signs in with a password of ours. */
    static final Accounts NONE = new Accounts(new AccountsFile(List.of()));

    Accounts(AccountsFile file) {
        for (AccountsFile.Line line : file.accounts()) {
            Account account = new Account(line.name(), line.tenant(), line.roles(), line.userId());
            tenants.add(line.tenant());
            accounts.put(line.name(), new Known(account, line.passwordHash(), fingerprint(line)));
        }
    }

    /**
     * @param title what messages call the file, at the beginning of a sentence
     * @throws IllegalStateException with one sentence for the operator
     */
    static Accounts read(String text, String title) {
        return new Accounts(AccountsFile.read(text, title));
    }

    /** The account of that name. */
    public Optional<Known> named(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /** Whether anybody of that tenant may sign in. */
    public boolean isTenant(String tenant) {
        return tenants.contains(tenant);
    }

    private static String fingerprint(AccountsFile.Line line) {
        String all = String.join(
                "\n",
                line.name(),
                line.tenant(),
                String.join(",", new TreeSet<>(line.roles())),
                String.valueOf(line.userId()),
                line.passwordHash());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
