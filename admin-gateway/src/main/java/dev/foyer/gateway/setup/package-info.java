/**
 * The roof: opens the parts that know no container, gives them their settings, and reports their health and metrics.
 * Nothing depends on it.
 */
package dev.foyer.gateway.setup;
