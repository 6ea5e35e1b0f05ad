/**
 * What is on its way to a webhook, and what became of it (H2): a webhook's deliveries lie in {@link
 * dev.foyer.meeting.domain.delivery.Outbox#SHARES outboxes}, each an aggregate, so that ten thousand at once neither make one
 * state too large for its snapshot nor wait for each other.
 */
package dev.foyer.meeting.domain.delivery;
