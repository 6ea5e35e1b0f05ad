/**
 * What only the public door has to ask, on top of {@link dev.foyer.service.filter}: whether the caller means us, whether a
 * browser was sent by another site, and which of our addresses take and answer what.
 */
package dev.foyer.gateway.filter;
