/**
 * The one door of a service that owns aggregates: mutual TLS, and behind it the question whether this peer may call that.
 * Start reading at {@link dev.foyer.service.eventsourced.peers.PeerFilter}.
 */
package dev.foyer.service.eventsourced.peers;
