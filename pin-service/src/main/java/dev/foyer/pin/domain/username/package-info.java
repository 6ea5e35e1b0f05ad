/**
 * Who holds a user name (rule G5). The name is the key of its own aggregate, so two users never have one without anybody
 * looking at a view: whoever reserves it first has it.
 */
package dev.foyer.pin.domain.username;
