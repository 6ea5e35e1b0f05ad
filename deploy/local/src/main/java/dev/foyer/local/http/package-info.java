/** A tiny JSON client over HTTP, for the loader, the demo and the black-box tests: what a caller of the public API sees. */
package dev.foyer.local.http;
