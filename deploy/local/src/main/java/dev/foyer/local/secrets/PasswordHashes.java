package dev.foyer.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts without their passwords, for the gateway. A hash that still fits is kept: the page's sessions are bound to
 * it, and a restart must not end them.
 */
final class PasswordHashes {

    /** 7 MiB, 5 passes: one of the settings that OWASP gives as equally strong, and the one that takes least memory. */
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(7168, 5, 1, 32, Argon2.ID);

    private static final int SALT_BYTES = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Content(List<HashedAccount> accounts) {}

    private PasswordHashes() {}

    /**
     * The content of the gateway's file.
     *
     * @param before the file as it is, if it is there
     */
    static String of(Accounts accounts, Path before) {
        Map<String, String> known = knownHashes(before);
        List<HashedAccount> hashed = accounts.accounts().stream()
                .map(a -> new HashedAccount(
                        a.name(), a.tenant(), a.roles(), a.userId(), hash(a.password(), known.get(a.name()))))
                .toList();
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Content(hashed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String password, String known) {
        return fits(password, known)
                ? known
                : Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
    }

    private static boolean fits(String password, String known) {
        try {
            return known != null
                    && Argon2Function.getInstanceFromHash(known).equals(ARGON2)
                    && Password.check(password, known).with(ARGON2);
        } catch (BadParametersException e) {
            return false; // none of ours, so it is made anew
        }
    }

    /** Of a file from before there were hashes, none. */
    private static Map<String, String> knownHashes(Path file) {
        Map<String, String> known = new HashMap<>();
        try {
            if (Files.exists(file)) {
                for (JsonNode account : JSON.readTree(Files.readAllBytes(file)).path("accounts")) {
                    if (account.hasNonNull("passwordHash")) {
                        known.put(
                                account.path("name").asText(),
                                account.path("passwordHash").asText());
                    }
                }
            }
        } catch (IOException e) {
            return Map.of(); // damaged: written anew
        }
        return known;
    }
}
