/**
 * How much of a caller's number a tenant is shown: in the records of {@code out.<tenant>.events}, by the API and on the page.
 * What the services and the index keep is the whole number. Whoever adds a place where a number comes out asks
 * {@link dev.foyer.gateway.callers.CallerNumbers}.
 */
package dev.foyer.gateway.callers;
