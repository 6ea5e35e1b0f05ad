/** Pure tests of the command line; what needs a gateway is in {@code deploy/blackbox}. */
package dev.foyer.ctl;
