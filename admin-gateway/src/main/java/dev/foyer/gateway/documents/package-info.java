/** The documents of the interfaces, as strangers read them at a running gateway. */
package dev.foyer.gateway.documents;
