package dev.foyer.gateway.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The accounts of the embedded default, as they stand in their file. Lives only while they are read. */
record AccountsFile(List<Line> accounts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names travel in headers; HTTP Basic allows no colon. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9@._+-]{1,128}");

    /** @param password in clear; the file is readable by its owner only */
    record Line(String name, String tenant, Set<String> roles, String userId, String password) {
        @Override
        public String toString() {
            return "account " + name;
        }
    }

    /** A file that cannot be used; the message is one sentence for the operator. */
    static final class Unusable extends RuntimeException {
        Unusable(Path file, String why) {
            super("The accounts file " + file + " (FOYER_ACCOUNTS_FILE) " + why, null, false, false);
        }
    }

    static AccountsFile read(Path file) {
        AccountsFile read;
        try {
            read = JSON.readValue(Files.readAllBytes(file), AccountsFile.class);
        } catch (JsonProcessingException e) {
            // Not e's message: it may quote a password.
            throw new Unusable(file, "is not the JSON that it should be: {\"accounts\": [{\"name\", ...}]}.");
        } catch (IOException e) {
            throw new Unusable(file, "cannot be read.");
        }
        if (read == null || read.accounts() == null || read.accounts().isEmpty()) {
            throw new Unusable(file, "names no account.");
        }
        Set<String> names = new HashSet<>();
        for (Line line : read.accounts()) {
            check(file, line);
            if (!names.add(line.name())) {
                throw new Unusable(file, "names " + line.name() + " twice.");
            }
        }
        return read;
    }

    private static void check(Path file, Line line) {
        if (line == null || line.name() == null || !NAME.matcher(line.name()).matches()) {
            throw new Unusable(
                    file, "has an account whose name is missing, or not of letters, digits, @ . _ + - only.");
        }
        if (blank(line.tenant()) || line.roles() == null || line.roles().isEmpty()) {
            throw new Unusable(file, "gives " + line.name() + " no tenant or no roles.");
        }
        if (line.password() == null || line.password().length() < 8) {
            throw new Unusable(file, "gives " + line.name() + " a password of fewer than 8 characters.");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
