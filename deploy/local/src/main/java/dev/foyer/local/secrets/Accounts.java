package dev.foyer.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The accounts of the embedded default, one per role (an operator's is of no tenant), with passwords of their own for each installation. */
public record Accounts(List<Account> accounts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMINISTRATOR = "conferencing-admin";
    private static final String OPERATOR = "operator";
    private static final int PASSWORD_LENGTH = 16;
    private static final int SHORTEST_PASSWORD = 8;

    /** Reads them, with their passwords. */
    public static Accounts read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Accounts.class);
        } catch (JsonProcessingException e) {
            // Not its message, which may quote a password. Hashes in place of passwords come here, too.
            throw new CannotRun("There are no passwords in " + file.resolveSibling("passwords.json")
                    + "; put that file back, or delete accounts.json and passwords.json for new ones.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Accounts generate() {
        return new Accounts(List.of(
                account("admin", "contoso.com", ADMINISTRATOR, "mira.keller"),
                account("helpdesk", "contoso.com", "helpdesk", "tomas.novak"),
                account("auditor", "contoso.com", "auditor", null),
                account("bridge", "contoso.com", "bridge", null),
                account("app", "contoso.com", "client-app", null),
                account("admin@fabrikam", "fabrikam.com", ADMINISTRATOR, null),
                operator()));
    }

    private static Account operator() {
        return account(OPERATOR, Account.OF_NO_TENANT, OPERATOR, null);
    }

    /** The same, with an operator: folders of before have none. */
    Accounts withOperator() {
        return isThere(OPERATOR) ? this : with(operator());
    }

    /** Whether an account is called so. */
    public boolean isThere(String name) {
        return accounts.stream().anyMatch(a -> a.name().equals(name));
    }

    private Accounts with(Account one) {
        List<Account> more = new ArrayList<>(accounts);
        more.add(one);
        return new Accounts(List.copyOf(more));
    }

    /** The account of that name; throws {@link CannotRun} when it went with its tenant. */
    public Account named(String name) {
        return accounts.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotRun("There is no account " + name + " any more; its tenant was removed."));
    }

    /** The first administrator of a tenant is called so, unless somebody says otherwise. */
    public static String administratorOf(String tenant) {
        return "admin@" + tenant;
    }

    /** An administrator of that tenant, if it has one. */
    Optional<Account> administrator(String tenant) {
        return accounts.stream()
                .filter(a -> a.tenant().equals(tenant) && a.roles().contains(ADMINISTRATOR))
                .findFirst();
    }

    /** The same, with an administrator of that name for a tenant that has none. */
    Accounts withAdministrator(String tenant, String name) {
        if (administrator(tenant).isPresent()) {
            return this;
        }
        if (isThere(name)) {
            throw new CannotRun("There is an account " + name + " already; call the administrator otherwise.");
        }
        return with(account(name, tenant, ADMINISTRATOR, null));
    }

    /** Those of the other tenants; throws {@link CannotRun} when there are none, for somebody must be able to sign in. */
    Accounts without(String tenant) {
        List<Account> left =
                accounts.stream().filter(a -> !a.tenant().equals(tenant)).toList();
        Accounts others = new Accounts(left);
        if (others.tenants().isEmpty()) {
            throw new CannotRun(tenant + " is the last tenant; add another one first.");
        }
        return others;
    }

    /** Each once, in the order of the accounts; operators have none. */
    public List<String> tenants() {
        return accounts.stream()
                .map(Account::tenant)
                .filter(tenant -> !tenant.equals(Account.OF_NO_TENANT))
                .distinct()
                .toList();
    }

    /**
     * The same accounts, with the passwords that the environment gives.
     *
     * @throws CannotRun when one is too short; hashed, nobody could tell any more
     */
    Accounts overriddenBy(Map<String, String> environment) {
        for (Account account : accounts) {
            String given = environment.get(account.variable());
            if (given != null && given.length() < SHORTEST_PASSWORD) {
                throw new CannotRun(account.variable() + " is shorter than " + SHORTEST_PASSWORD
                        + " characters; give a longer one.");
            }
        }
        return new Accounts(accounts.stream()
                .map(a -> a.withPassword(environment.getOrDefault(a.variable(), a.password())))
                .toList());
    }

    Accounts withNewPassword(String name) {
        if (accounts.stream().noneMatch(a -> a.name().equals(name))) {
            throw new CannotRun("There is no account " + name + "; there are "
                    + accounts.stream().map(Account::name).collect(Collectors.joining(", ")) + ".");
        }
        return new Accounts(accounts.stream()
                .map(a -> a.name().equals(name) ? a.withPassword(RandomText.ofLength(PASSWORD_LENGTH)) : a)
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
