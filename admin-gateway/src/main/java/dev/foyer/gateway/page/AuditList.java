package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ListAnswer;
import java.util.List;

/**
 * What was found.
 *
 * @param older whether there are newer ones, on pages before
 * @param types that may be looked for, by service
 */
record AuditList(
        String tenant, ListAnswer<EventRow> events, AuditSearch search, boolean older, List<HookList.Group> types) {}
