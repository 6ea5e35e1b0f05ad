/** The edge to keys and randomness: peppered verifiers (HMAC-SHA-256), sealing to notification-service (JWE), drawing. */
package dev.foyer.pin.crypto;
