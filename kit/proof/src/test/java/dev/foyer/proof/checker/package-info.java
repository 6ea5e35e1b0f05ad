/** Wrong histories, made by hand: a checker that never finds anything would be worth nothing. */
package dev.foyer.proof.checker;
