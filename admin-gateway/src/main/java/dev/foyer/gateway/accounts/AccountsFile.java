package dev.foyer.gateway.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The accounts of the embedded default, as they stand in their file. Lives only while they are read. */
record AccountsFile(List<Line> accounts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names travel in headers; HTTP Basic allows no colon. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9@._+-]{1,128}");

    /**
     * @param passwordHash see {@link PasswordHash}
     * @param password must not be there: whoever reads the file, or a copy of it, must not know it
     */
    record Line(String name, String tenant, Set<String> roles, String userId, String passwordHash, String password) {
        @Override
        public String toString() {
            return "account " + name;
        }
    }

    /**
     * @param title what messages call the file, at the beginning of a sentence
     * @throws IllegalStateException with one sentence for the operator
     */
    static AccountsFile read(String text, String title) {
        AccountsFile read;
        try {
            read = JSON.readValue(text, AccountsFile.class);
        } catch (JsonProcessingException e) {
            // Not e's message: it may quote a password.
            throw unusable(title, "is not the JSON that it should be: {\"accounts\": [{\"name\", ...}]}.");
        }
        if (read == null || read.accounts() == null || read.accounts().isEmpty()) {
            throw unusable(title, "names no account.");
        }
        Set<String> names = new HashSet<>();
        for (Line line : read.accounts()) {
            check(title, line);
            if (!names.add(line.name())) {
                throw unusable(title, "names " + line.name() + " twice.");
            }
        }
        return read;
    }

    private static void check(String title, Line line) {
        if (line == null || line.name() == null || !NAME.matcher(line.name()).matches()) {
            throw unusable(title, "has an account whose name is missing, or not of letters, digits, @ . _ + - only.");
        }
        if (blank(line.tenant()) || line.roles() == null || line.roles().isEmpty()) {
            throw unusable(title, "gives " + line.name() + " no tenant or no roles.");
        }
        if (line.password() != null) {
            throw unusable(
                    title, "holds the password of " + line.name() + " itself; put its hash there as passwordHash.");
        }
        if (line.passwordHash() == null || !PasswordHash.isUsable(line.passwordHash())) {
            throw unusable(
                    title, "gives " + line.name() + " no passwordHash that we take: Argon2id of at least 7168 KiB.");
        }
    }

    private static IllegalStateException unusable(String title, String why) {
        return new IllegalStateException(title + " " + why);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
