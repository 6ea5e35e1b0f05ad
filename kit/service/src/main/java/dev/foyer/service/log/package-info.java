/** How the log stays readable while something is down. */
package dev.foyer.service.log;
