/**
 * Where each call leg is (E5): one small aggregate per leg of a tenant, so that a leg is in one meeting at most, and what was
 * said of it before it went elsewhere changes nothing.
 */
package dev.foyer.meeting.domain.leg;
