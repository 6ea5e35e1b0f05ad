/**
 * What all four Quarkus services share, with or without aggregates: problems as {@code application/problem+json}, strict
 * bodies, who calls and under which correlation, the token that our services show to each other. What stands
 * before all of it is in {@link dev.foyer.service.door}.
 */
package dev.foyer.service;
