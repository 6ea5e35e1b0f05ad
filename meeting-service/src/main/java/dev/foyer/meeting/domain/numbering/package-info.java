/**
 * Which conference ID a request to schedule a meeting got (C2). The ID is random, so a repeated request could not find
 * its first meeting by itself; one small aggregate per request remembers the choice, and makes scheduling as safe to
 * repeat as every other command (F).
 */
package dev.foyer.meeting.domain.numbering;
