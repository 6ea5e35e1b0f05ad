/**
 * What a bridge hears without asking: what becomes of its tenant's calls, as it happens, from {@code meeting.events}. One reader
 * for all connections follows the topic's end, and only while somebody listens; the rest is {@code streams}.
 */
package dev.foyer.gateway.bridgeevents;
