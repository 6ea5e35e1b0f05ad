/** What is made of the tables of cmdlets and commands: completion, man page, web page. */
package dev.foyer.ctl.help;
