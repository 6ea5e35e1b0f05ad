/**
 * View-once links (D7): which mail a link belongs to. An entity of its own, named by the hash of its token, so that it is found
 * without being searched for; what may be done with it decides the mailbox. Pure.
 */
package dev.foyer.notification.domain.link;
