/**
 * For the tests of services: given events, when a command, then events or a refusal ({@link
 * dev.foyer.eventsourcing.testing.DeciderTester}); and that what travels between instances arrives as it left ({@link
 * dev.foyer.eventsourcing.testing.WireCheck}). Needs JUnit, which whoever loads it brings.
 */
package dev.foyer.eventsourcing.testing;
