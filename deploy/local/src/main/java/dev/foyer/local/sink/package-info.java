/**
 * A mail server that takes every mail and delivers none. It keeps them in memory only: the mails carry PINs, and no PIN
 * may ever be in a file. A small HTTP view on loopback lists them for {@code ./foyer mail}, the demo and the tests.
 */
package dev.foyer.local.sink;
