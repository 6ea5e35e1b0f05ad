/**
 * pin-service: dial-in users, their PINs, conference IDs and tenant settings; says who is the organizer. Here are only
 * the interfaces to the aggregates, which {@code api}, {@code inbound} and {@code process} use and {@code setup} wires.
 */
package dev.foyer.pin;
