/** Brokers and instances as processes of their own, which can be killed, stopped and woken like real ones. */
package dev.foyer.proof.process;
