/**
 * Where a Foyer lives: the folder with its data, logs, secrets and process records, and the ports it listens on. Both can
 * be moved by environment variables, so that several Foyers run side by side (a developer's own and those of the tests).
 */
package dev.foyer.local.home;
