/** The short way: commands that are no cmdlets, in the field's words. */
package dev.foyer.ctl.command;
