/**
 * The cmdlets: one table ({@link dev.foyer.ctl.cmdlets.CmdletTable}) says their names, parameters, words and examples. Binding,
 * help, completion, man page and web page are made from it.
 */
package dev.foyer.ctl.cmdlets;
