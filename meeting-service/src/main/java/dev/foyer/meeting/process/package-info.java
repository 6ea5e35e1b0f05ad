/**
 * What takes more than one command: finding a free conference ID for a scheduled meeting, and waiting for
 * {@code pin.events} where a conference seems not to be there. After a crash each is done again from its beginning, by
 * whoever asked, under the same command ids.
 */
package dev.foyer.meeting.process;
