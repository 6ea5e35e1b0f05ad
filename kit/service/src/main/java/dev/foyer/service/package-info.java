/**
 * The thin layer that every Quarkus service of ours shares: configuration of the broker, who calls, problems, the
 * internal token, health. The only package of the kit that may know Quarkus, CDI or HTTP.
 */
package dev.foyer.service;
