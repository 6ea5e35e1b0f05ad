/** What becomes of a loaded Foyer when a part of it is killed: who says so, how soon, and how loudly. */
package dev.foyer.proof.outage;
