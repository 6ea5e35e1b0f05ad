/**
 * Meetings, callers, lobbies. {@link dev.foyer.meeting.Meetings} is the interface through which everything around the
 * rules reaches them.
 */
package dev.foyer.meeting;
