package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.TenantsClient.Made;

/** A new tenant. @param administrator absent where its people have accounts elsewhere */
public record TenantAnswer(String tenant, Administrator administrator) {

    /** @param password shown in this answer and its repetitions alone; prints nothing of it */
    public record Administrator(String name, String password) {
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }

    static TenantAnswer of(Made made) {
        return new TenantAnswer(
                made.tenant(),
                made.administrator() == null
                        ? null
                        : new Administrator(
                                made.administrator().name(),
                                made.administrator().password()));
    }
}
