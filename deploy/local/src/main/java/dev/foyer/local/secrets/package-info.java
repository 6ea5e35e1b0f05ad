/**
 * What must be secret on this machine, generated at the first start and kept in files that only their owner can read:
 * the keys with which the gateway signs who asks, the pepper of the PIN verifiers, the key pairs that seal PINs on their way
 * to the mail and from the telephone, those that sign what services say by topics, the accounts with their passwords (and,
 * for the gateway, with hashes instead), the password of the mail view, the key of the page's session cookie, and an
 * authority with the certificates by which processes prove their names. Losing the pepper makes every PIN
 * unverifiable, losing the private keys makes every held mail unreadable; so an existing file is never replaced.
 */
package dev.foyer.local.secrets;
