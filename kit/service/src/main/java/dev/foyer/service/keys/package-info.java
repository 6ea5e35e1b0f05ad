/** Keys that come in files and change while we run: watched, read as JWK sets, reported by name and never by content. */
package dev.foyer.service.keys;
