/** Whether a tenant's bridge ever sends heartbeats for its calls (E6): one small aggregate for each, which is asked only of silent calls. */
package dev.foyer.meeting.domain.bridge;
