/**
 * What operators watch, made from one source: the table of metrics, the rules for Prometheus, the dashboards for Grafana. {@code ./foyer
 * observability} writes them; tests tell when that was forgotten, and when a name in them is none that is served.
 */
package dev.foyer.observability;
