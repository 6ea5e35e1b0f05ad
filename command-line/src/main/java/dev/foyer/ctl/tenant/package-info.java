/** A tenant described in a file: written out, compared with what is, and brought about. */
package dev.foyer.ctl.tenant;
