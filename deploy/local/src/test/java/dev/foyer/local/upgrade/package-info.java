/** Tests of what is said before an upgrade. */
package dev.foyer.local.upgrade;
