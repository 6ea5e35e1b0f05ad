/** Objects, and how they are shown: PowerShell's list and table, JSON, CSV. Each is shown as it comes. */
package dev.foyer.ctl.output;
