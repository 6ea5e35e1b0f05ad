/**
 * SCIM 2.0 (RFC 7643, 7644) at {@code /scim/v2}: a tenant's directory system says who its users are (rule G4). Messages, filters and
 * patches are a library's; who asks, what is found and which commands follow is said here.
 */
package dev.foyer.gateway.scim;
