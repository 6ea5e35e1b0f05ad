package dev.foyer.local.tenants;

/** What the gateway is answered instead of a success, in its words for problems. No stack: it is an answer. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final String title;

    /**
     * @param type kebab-case
     * @param detail what is wrong and what to do
     */
    Refused(int status, String type, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }
}
