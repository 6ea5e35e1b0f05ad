/** Whether what measures can be trusted. */
package dev.foyer.proof.bench;
