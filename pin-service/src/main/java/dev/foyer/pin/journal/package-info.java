/** Domain events to stored bytes and back. Names and shapes here are on disk for ever. */
package dev.foyer.pin.journal;
