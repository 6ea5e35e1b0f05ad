/** The gateway as one profile sees it: who signs in where, requests and answers, pages, and the way to do nothing twice. */
package dev.foyer.ctl.client;
