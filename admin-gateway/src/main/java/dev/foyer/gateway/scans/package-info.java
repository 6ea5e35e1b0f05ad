/**
 * Callers who guess (rule G2): before a conference ID is looked up or a PIN compared, it is seen whether so much was guessed
 * from there that neither is done. pin-service counts the misses and decides; what it decided is known here from its events.
 * Who is right makes no request for this.
 */
package dev.foyer.gateway.scans;
