package dev.foyer.service.eventsourced.peers;

/** Who may call a service, by the name in its certificate. */
public enum Peer {
    /** Hands on what people and systems want. */
    GATEWAY {
        @Override
        String name(String service) {
            return "admin-gateway";
        }
    },
    /** Another instance of this service, or this one itself. */
    OWN_INSTANCE {
        @Override
        String name(String service) {
            return service;
        }
    },
    /** Somebody who looks after the service, such as the launcher. */
    OPERATOR {
        @Override
        String name(String service) {
            return "operator";
        }
    };

    /** @param service the name of the service that is called */
    abstract String name(String service);
}
