package dev.foyer.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The accounts of the embedded default, one per role, with passwords of their own for each installation. */
public record Accounts(List<Account> accounts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PASSWORD_LENGTH = 16;

    /** Reads them, with their passwords. */
    public static Accounts read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Accounts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Accounts generate() {
        return new Accounts(List.of(
                account("admin", "contoso.com", "conferencing-admin", "mira.keller"),
                account("helpdesk", "contoso.com", "helpdesk", "tomas.novak"),
                account("auditor", "contoso.com", "auditor", null),
                account("bridge", "contoso.com", "bridge", null),
                account("app", "contoso.com", "client-app", null),
                account("admin@fabrikam", "fabrikam.com", "conferencing-admin", null)));
    }

    /** The account of that name; there always is one. */
    public Account named(String name) {
        return accounts.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    /** Each once, in the order of the accounts. */
    public List<String> tenants() {
        return accounts.stream().map(Account::tenant).distinct().toList();
    }

    /** The same accounts, with the passwords that the environment gives. */
    Accounts overriddenBy(Map<String, String> environment) {
        return new Accounts(accounts.stream()
                .map(a -> a.withPassword(environment.getOrDefault(a.variable(), a.password())))
                .toList());
    }

    String toJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Account account(String name, String tenant, String role, String userId) {
        return new Account(name, tenant, List.of(role), userId, RandomText.ofLength(PASSWORD_LENGTH));
    }
}
