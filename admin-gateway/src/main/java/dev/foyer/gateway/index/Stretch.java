package dev.foyer.gateway.index;

import org.apache.lucene.search.Query;

/**
 * A part of a sorted list, from where a page begins.
 *
 * @param within its entries, and perhaps others
 * @param toTheEnd whether the list has nothing behind it
 */
record Stretch(Query within, boolean toTheEnd) {}
