/**
 * How our processes prove to each other who they are: by certificates of an authority of our own that carry a name, such as
 * {@code pin-service}. Names are what counts, not hosts and addresses: an instance may be anywhere. Keys, certificates and
 * authorities come from suppliers that are asked at each handshake, so that they change without a restart; start reading at
 * {@link dev.foyer.base.tls.MutualTls}.
 */
package dev.foyer.base.tls;
