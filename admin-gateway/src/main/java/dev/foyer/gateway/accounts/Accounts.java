package dev.foyer.gateway.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.CharBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The accounts of the embedded default. Passwords are kept as HMACs under a key that this process made and nobody else
 * has; a slow hash would protect nothing more, for the file beside us holds them in clear. Immutable, thread-safe.
 */
final class Accounts {

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, byte[]> digests = new HashMap<>();
    private final SecretKeySpec key;

    Accounts(AccountsFile file) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
        for (AccountsFile.Line line : file.accounts()) {
            accounts.put(line.name(), new Account(line.name(), line.tenant(), line.roles(), line.userId()));
            digests.put(line.name(), digest(line.password().toCharArray()));
        }
    }

    /** @throws AccountsFile.Unusable with one sentence for the operator */
    static Accounts read(Path file) {
        return new Accounts(AccountsFile.read(file));
    }

    /** The account of that name and password; takes the same time whether the name or the password is wrong. */
    Optional<Account> signIn(String name, char[] password) {
        byte[] shown = digest(password);
        byte[] expected = digests.getOrDefault(name, new byte[shown.length]);
        boolean same = MessageDigest.isEqual(shown, expected);
        return Optional.ofNullable(accounts.get(name)).filter(_ -> same);
    }

    /** The account of that name, for somebody who has signed in before. */
    Optional<Account> named(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    private byte[] digest(char[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(UTF_8.encode(CharBuffer.wrap(password)));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
