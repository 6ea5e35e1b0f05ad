/** The files of {@code deploy/kubernetes} without a cluster: read as strictly as they can be, rendered, and created in a mock API server. */
package dev.foyer.kubernetes;
