/**
 * Who may sign in: the accounts of the embedded default, from a file that is read before anything else, and how Quarkus
 * asks for them by password (the API, the sign-in form) and by session cookie (the page).
 */
package dev.foyer.gateway.accounts;
