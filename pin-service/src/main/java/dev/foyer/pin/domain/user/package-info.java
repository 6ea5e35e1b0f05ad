/**
 * A dial-in user: profile, PIN, lockout. Product rules A, B and C1; each rule is a small named method of
 * {@link dev.foyer.pin.domain.user.UserDecider} or of the decision class that it delegates to.
 */
package dev.foyer.pin.domain.user;
