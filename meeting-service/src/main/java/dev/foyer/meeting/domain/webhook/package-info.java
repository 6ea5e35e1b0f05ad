/** Where a tenant wants to be told of what happens: its webhooks, all in one aggregate, so that there is a limit to them. */
package dev.foyer.meeting.domain.webhook;
