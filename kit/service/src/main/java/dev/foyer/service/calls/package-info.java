/**
 * Who asks is signed: the gateway gives each request to a service a token (a JWT of seconds, ES256) that names tenant,
 * account, role and command, and the service takes these from the token alone. Start reading at {@link
 * dev.foyer.service.calls.CallClaims}.
 */
package dev.foyer.service.calls;
