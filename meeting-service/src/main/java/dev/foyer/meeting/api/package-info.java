/**
 * The internal HTTP API, for the gateway only: meetings, their callers, their signed-in participants. Refusals become
 * problems in {@link dev.foyer.meeting.api.Refusals} and nowhere else.
 */
package dev.foyer.meeting.api;
