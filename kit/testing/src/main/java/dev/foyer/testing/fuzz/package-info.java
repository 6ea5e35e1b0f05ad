/** Requests that nobody should send, made from a seed: the same seed makes the same requests. */
package dev.foyer.testing.fuzz;
