package dev.foyer.pin.domain.user;

/**
 * What a tenant's directory wrote when it gave a user a licence: enough to follow it later, or to say in the dead letters what became
 * of it.
 *
 * @param source and {@code id}: the event's
 * @param changedBy who gave it, {@code null}: the tenant's system by itself
 * @param partition and {@code offset}: where the record lies in the tenant's topic
 */
public record Licence(String source, String id, String changedBy, String correlationId, int partition, long offset) {}
