/**
 * Tells receivers on the internet (H2, H3): what is due is looked up, signed, and sent to an address that was checked; what
 * became of it is a command. Nothing here decides.
 */
package dev.foyer.meeting.webhook;
