/**
 * What is told as it happens, over connections that do not end: what waits for whom, up to where somebody has heard, what was
 * missed. A position in topics is all that is known of a connection, and it lies with the client: any gateway goes on with it. What
 * is told, and when, is decided by who uses this.
 */
package dev.foyer.gateway.streams;
