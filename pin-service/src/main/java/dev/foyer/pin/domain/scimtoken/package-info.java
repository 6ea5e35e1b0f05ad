/**
 * The tokens by which a tenant's directory systems ask over SCIM: made by an administrator, known here by a digest only,
 * and refused from the moment at which they are revoked or expire.
 */
package dev.foyer.pin.domain.scimtoken;
