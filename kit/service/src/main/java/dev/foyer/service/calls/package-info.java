/**
 * Who asks is signed: the gateway gives each request to a service a token (a JWT of seconds, ES256) that names tenant,
 * account, role and command, and the service takes these from the token alone. Start reading at {@link
 * dev.foyer.service.calls.CallClaims}. What instances of a service hand over to each other has a proof of its own, {@link
 * dev.foyer.service.calls.InstanceProof}.
 */
package dev.foyer.service.calls;
