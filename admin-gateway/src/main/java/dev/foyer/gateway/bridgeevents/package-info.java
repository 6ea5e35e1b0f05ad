/**
 * What a bridge hears without asking: what becomes of its tenant's calls, as it happens, from {@code meeting.events}. One reader
 * for all connections follows the topic's end, and only while somebody listens; who comes back is first read what it missed. A
 * position in the topic is all that is known of a connection, and it lies with the client: any gateway goes on with it.
 */
package dev.foyer.gateway.bridgeevents;
