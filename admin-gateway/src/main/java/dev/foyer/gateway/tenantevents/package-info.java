/**
 * What a tenant's own systems may read: every public event of that tenant, copied into {@code out.<tenant>.events} as it
 * is, but for what an {@link dev.foyer.gateway.tenantevents.EventRedaction} takes away. The topics of the services mix
 * tenants, so no tenant may read these. Knows nobody in this service.
 */
package dev.foyer.gateway.tenantevents;
