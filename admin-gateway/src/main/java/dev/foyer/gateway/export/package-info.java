/** Lists as files: every page of a question, one after the other, in memory that does not grow with them. */
package dev.foyer.gateway.export;
