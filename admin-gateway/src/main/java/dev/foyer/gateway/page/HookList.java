package dev.foyer.gateway.page;

import dev.foyer.gateway.api.WebhookAnswer;
import java.util.List;

/**
 * All webhooks.
 *
 * @param key of the form that adds one: sent twice it adds one
 * @param admin the account's role allows adding
 * @param types what a webhook may be told of
 * @param form what was filled in when none was added
 * @param refusal why none was added, or {@code null}
 */
record HookList(
        List<WebhookAnswer> hooks, String key, boolean admin, List<Group> types, HookForm form, String refusal) {

    /** Types of one service. */
    record Group(HookService service, List<Type> types) {}

    /** @param name as CloudEvents have it */
    record Type(String name, String label) {}
}
