/**
 * Who we are to other processes of ours, and who they are to us: certificate, key and authorities in files that are watched,
 * given to servers and clients through Quarkus' TLS registry.
 */
package dev.foyer.service.tls;
