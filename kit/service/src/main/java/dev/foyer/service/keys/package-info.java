/**
 * Keys that come in files and change while we run: watched, read as JWK sets, reported by name and never by content. And
 * what is done with them in more than one service: records are signed and believed, secrets sealed for one purpose.
 */
package dev.foyer.service.keys;
