package dev.foyer.gateway.api;

import dev.foyer.gateway.accounts.Account;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Who may call a method of the API: it stands there and nowhere else, so that the page offers neither more nor less, and {@code GET
 * /me} says neither.
 */
public record MethodRoles(Set<String> roles) {

    /** @throws IllegalStateException there is no such method */
    public static MethodRoles of(Class<?> resource, String method) {
        RolesAllowed ofMethod = Arrays.stream(resource.getMethods())
                .filter(one -> one.getName().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(resource.getName() + " has no " + method))
                .getAnnotation(RolesAllowed.class);
        return new MethodRoles(
                Set.of((ofMethod == null ? resource.getAnnotation(RolesAllowed.class) : ofMethod).value()));
    }

    /** Whether the account may. */
    public boolean let(Account account) {
        return let(account.roles());
    }

    boolean let(Collection<String> held) {
        return !Collections.disjoint(roles, held);
    }
}
