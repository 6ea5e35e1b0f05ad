/** How events and answers lie in {@code meeting.journal}: chosen names, JSON. The names never change. */
package dev.foyer.meeting.journal;
