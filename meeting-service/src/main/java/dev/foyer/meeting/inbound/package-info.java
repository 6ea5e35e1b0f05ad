/**
 * What others' events mean to us. Each reaction is a class that says so; it reads only the fields it needs, and uses the
 * event's id as the command id, so that an event read twice is one command.
 */
package dev.foyer.meeting.inbound;
