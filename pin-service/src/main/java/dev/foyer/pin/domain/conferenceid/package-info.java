/**
 * Conference IDs of personal conferences (rule C2). The ID is the key of its own aggregate, so it is unique without
 * looking at any view: whoever reserves it first has it.
 */
package dev.foyer.pin.domain.conferenceid;
