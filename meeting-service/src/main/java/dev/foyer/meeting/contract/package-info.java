/**
 * What others may know of meetings: the records of {@code meeting.events} and the mapping from our own events. Schemas
 * and examples lie in {@code src/main/resources/contracts/meeting.events}; a shipped one is never edited.
 */
package dev.foyer.meeting.contract;
