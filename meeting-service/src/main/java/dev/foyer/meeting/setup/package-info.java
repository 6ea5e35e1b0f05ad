/** What this service consists of and what it is told from outside: the aggregates, the topics read, the settings. */
package dev.foyer.meeting.setup;
