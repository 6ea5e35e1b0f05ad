/** Short attacks with every kind of fault that needs no root; the long ones are {@code ./foyer chaos}. */
package dev.foyer.proof.chaos;
