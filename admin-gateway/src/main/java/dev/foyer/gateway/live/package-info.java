/**
 * What changed, for pages and dashboards: told only after this gateway's view shows it. The rest is {@code streams}.
 */
package dev.foyer.gateway.live;
