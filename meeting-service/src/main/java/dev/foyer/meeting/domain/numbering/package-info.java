/**
 * Which conference ID a wish for a scheduled meeting got. The ID is random, so a repeated wish could not find its first
 * meeting by itself; one small aggregate per wish remembers the choice, and makes scheduling as safe to repeat as every
 * other command.
 */
package dev.foyer.meeting.domain.numbering;
