package dev.foyer.gateway.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names for what an account may do, each of some operations that the same roles may use; a page or a program knows by them before it
 * tries. Which roles these are stands at the operations.
 */
final class Permissions {

    /** @param name what is done with what */
    record Permission(String name, List<Operation> operations) {

        private Permission and(Class<?> resource, String... methods) {
            return new Permission(
                    name,
                    Stream.concat(operations.stream(), of(resource, methods)).toList());
        }

        private boolean isOf(Collection<String> roles) {
            return MethodRoles.of(
                            operations.getFirst().resource(),
                            operations.getFirst().method())
                    .let(roles);
        }

        private static Stream<Operation> of(Class<?> resource, String... methods) {
            return Arrays.stream(methods).map(method -> new Operation(resource, method));
        }
    }

    /** @param method its name in the resource */
    record Operation(Class<?> resource, String method) {}

    /** In the order of the alphabet. */
    static final List<Permission> ALL = List.of(
            may("audit.read", AuditResource.class, "list"),
            may("calls.report", BridgeResource.class, "arrive", "organizerPin", "get", "hangUp", "alive")
                    .and(BridgeEventsResource.class, "listen"),
            may("campaigns.read", CampaignsResource.class, "list", "get", "result"),
            may("campaigns.run", CampaignsResource.class, "begin", "beginByCsv", "stop", "goOn"),
            may("conferencing.change", ConferencingResource.class, "enable", "change", "disable")
                    .and(ConferenceIdResource.class, "reset", "set"),
            may("dead-letters.read", DeadLettersResource.class, "list"),
            // Does again what somebody else wrote.
            may("dead-letters.settle", DeadLettersResource.class, "replay", "replayAll", "discard"),
            may("live.follow", LiveResource.class, "listen"),
            may("mails.discard", NotificationsResource.class, "discard"),
            may("mails.read", NotificationsResource.class, "list", "get", "preview"),
            may("mails.send", NotificationsResource.class, "send", "retry", "handOver")
                    .and(ConferencingResource.class, "email"),
            may("meetings.admit", MeetingsResource.class, "admit"),
            may("meetings.invite", MeetingInvitationResource.class, "text"),
            may("meetings.join", ParticipantsResource.class, "join", "leave"),
            may("meetings.manage", MeetingsResource.class, "schedule", "end"),
            may("meetings.read", MeetingsResource.class, "list", "get"),
            may("pins.lock", ConferencingResource.class, "lock", "unlock"),
            may("pins.reset", ConferencingResource.class, "reset"),
            // Also in the answers to enabling and resetting (rule A5), see Pins.
            may("pins.see", NotificationsResource.class, "reveal"),
            may("scans.clear", ScansResource.class, "clear"),
            may("scans.read", ScansResource.class, "list"),
            may("scim-tokens.change", ScimTokensResource.class, "make", "revoke"),
            may("scim-tokens.read", ScimTokensResource.class, "list"),
            may("settings.change", SettingsResource.class, "change"),
            may("settings.read", SettingsResource.class, "read"),
            may("tenants.change", TenantsResource.class, "add", "remove"),
            may("users.change", UsersResource.class, "put", "remove"),
            may("users.read", UsersResource.class, "find", "get", "history").and(UserInvitationResource.class, "text"),
            may("webhooks.change", WebhooksResource.class, "add", "change", "remove", "rotate", "test", "redeliver"),
            may("webhooks.read", WebhooksResource.class, "list", "get", "deliveries"));

    private Permissions() {}

    private static Permission may(String name, Class<?> resource, String... methods) {
        return new Permission(name, Permission.of(resource, methods).toList());
    }

    /** Those of who has one of the roles, in the order of the alphabet. */
    static List<String> of(Collection<String> roles) {
        return ALL.stream().filter(one -> one.isOf(roles)).map(Permission::name).toList();
    }
}
