/**
 * A dial-in user: profile, PIN, lockout, conference ID. Product rules A3, A4, A5, B1, B2, B3, B4, C1, C2, C3, C4; each is a small named method of
 * {@link dev.foyer.pin.domain.user.UserDecider} or of the decision class that it delegates to.
 */
package dev.foyer.pin.domain.user;
