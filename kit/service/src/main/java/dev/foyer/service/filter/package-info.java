/**
 * What every request passes before anything else looks at it, in all four services: one form of its path, the headers of
 * its answer, what it accepts and the body it brings. Each door is a Vert.x filter; {@link dev.foyer.service.filter.Order}
 * says which comes first. A door refuses with a problem and logs nothing: a mistake of a client is no event of ours.
 */
package dev.foyer.service.filter;
