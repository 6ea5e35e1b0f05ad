/** The contract between a domain and the kit: deciders, decisions, aggregate types, journal formats. */
package dev.foyer.eventsourcing;
