/**
 * What all four Quarkus services share, with or without aggregates: problems as {@code application/problem+json}, strict
 * bodies, who calls and under which correlation, in which roles. What stands before all of it is in {@link
 * dev.foyer.service.filter}.
 */
package dev.foyer.service;
