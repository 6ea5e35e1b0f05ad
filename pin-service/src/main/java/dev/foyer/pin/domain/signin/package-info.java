/**
 * Signing in to the gateway, as far as it must be known in one place: which sessions of an account hold (a generation that
 * signing out raises), and how often somebody guessed, per account and per address. Passwords are nobody's business here:
 * the gateway compares them and says what came of it.
 */
package dev.foyer.pin.domain.signin;
