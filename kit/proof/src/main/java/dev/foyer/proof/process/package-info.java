/** Brokers, instances and services as processes of their own, which can be killed, paused and resumed. */
package dev.foyer.proof.process;
