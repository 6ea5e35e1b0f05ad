/**
 * What all four Quarkus services share, with or without aggregates: problems as {@code application/problem+json}, strict
 * bodies, who calls and under which correlation, the token that our services show to each other.
 */
package dev.foyer.service;
