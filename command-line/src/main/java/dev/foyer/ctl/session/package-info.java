/** What lasts from line to line: the terminal, the options, who is signed in, whether somebody pressed Ctrl-C. */
package dev.foyer.ctl.session;
