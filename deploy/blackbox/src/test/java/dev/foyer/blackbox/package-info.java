/**
 * Foyer as its users meet it: the packaged services as processes, spoken to through the public API, SMTP and the topics.
 * These are the proofs of what no single service can promise: the whole story, nothing lost or doubled by a crash, no PIN
 * on any disk.
 */
package dev.foyer.blackbox;
