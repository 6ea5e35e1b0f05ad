/** How a service proves to the broker who it is: by its name and a password that stands in a file and nowhere else. */
package dev.foyer.service.broker;
