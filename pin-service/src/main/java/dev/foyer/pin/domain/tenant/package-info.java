/** A tenant's settings, in four groups: one aggregate per tenant, replaced whole, published whole. */
package dev.foyer.pin.domain.tenant;
