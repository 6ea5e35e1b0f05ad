/**
 * Steps over several aggregates: a user and the register of conference IDs. No transaction spans the two; what is left
 * half done after a crash is finished by the user's timer. Knows the aggregates only by the interfaces of
 * {@code dev.foyer.pin}.
 */
package dev.foyer.pin.process;
