/**
 * The rules of meetings and lobbies, pure: {@link dev.foyer.meeting.domain.MeetingDecider} says what a command means,
 * {@link dev.foyer.meeting.domain.MeetingEvolution} what an event changes. One aggregate per conference ID; nothing
 * here asks a clock, a random source or another meeting.
 */
package dev.foyer.meeting.domain;
