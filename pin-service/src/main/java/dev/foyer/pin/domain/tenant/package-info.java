/** A tenant's settings: one aggregate per tenant, replaced whole, published whole. */
package dev.foyer.pin.domain.tenant;
