/**
 * The page of all settings and ports ({@code docs/operations/settings.md}), made from where they are declared: interfaces with
 * {@code @ConfigMapping}, read as sources because their comments say what each means, and the properties beside them.
 */
package dev.foyer.local.settings;
