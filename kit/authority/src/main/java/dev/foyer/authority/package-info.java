/**
 * A certificate authority of one's own: what the local default and the tests prove names with. A deployment has an authority
 * already; services only read what it issues.
 */
package dev.foyer.authority;
