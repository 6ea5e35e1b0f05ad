/**
 * The administrators' web page: server-rendered by Qute, made lively by htmx. Each handler answers a whole page, or,
 * when htmx asks, just the part that changes. A new PIN is in the answer to the one POST that made it, and nowhere else.
 */
package dev.foyer.gateway.page;
