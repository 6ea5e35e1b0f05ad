/**
 * {@code ./foyer chaos}: instances and brokers as processes, callers that ask random ones of them, faults from a seed,
 * and at the end the {@link dev.foyer.proof.checker.Checker} with everything that callers were told and everything that
 * the journal holds. The seed gives the same faults in the same order; what the processes make of them is their own.
 */
package dev.foyer.proof.chaos;
