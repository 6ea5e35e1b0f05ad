/**
 * Others' records as commands of ours: deliveries of PINs and disablings of users become commands, tenant settings a table
 * in memory. Each reader here takes only the fields that it uses; the event's id is the command's id.
 */
package dev.foyer.notification.inbound;
