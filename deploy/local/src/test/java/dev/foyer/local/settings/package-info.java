/** Tests of the page of all settings. */
package dev.foyer.local.settings;
