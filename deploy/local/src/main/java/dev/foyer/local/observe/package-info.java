/** Prometheus and Alertmanager beside a Foyer on this machine, where Debian's packages are installed; nothing of Foyer needs them. */
package dev.foyer.local.observe;
