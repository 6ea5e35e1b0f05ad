/** Work on many users at once: which, how fast, and how far it is. What is done to each of them is the user's own decision. */
package dev.foyer.pin.domain.campaign;
