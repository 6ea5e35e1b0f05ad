/** Guards what the documents say against what is there. */
package dev.foyer.docs;
