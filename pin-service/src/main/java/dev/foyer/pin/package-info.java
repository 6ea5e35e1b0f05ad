/** pin-service: dial-in users, their PINs, conference IDs and tenant settings; says who is the organizer. */
package dev.foyer.pin;
