package dev.foyer.base;

/**
 * Who asks.
 *
 * @param name the account, or the name of the service that reacts to another's event
 * @param role the role that the account used, e.g. {@code conferencing-admin}; {@code service} for our own reactions
 * @param userId the account's own user in the tenant's directory, or {@code null} when it has none or it is not known
 */
public record Actor(String name, String role, String userId) {

    /** One of our own services, reacting to an event. */
    public static Actor service(String name) {
        return new Actor(name, Roles.SERVICE, null);
    }
}
