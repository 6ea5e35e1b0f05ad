package dev.foyer.gateway.page;

/** What the page consists of, in the order of its navigation. The names are keys of messages: {@link ShellMessages#section}. */
public enum Section {
    OVERVIEW("/admin/overview"),
    USERS("/admin/users"),
    DELIVERIES("/admin/deliveries"),
    MEETINGS("/admin/meetings"),
    BULK("/admin/bulk"),
    AUDIT("/admin/audit"),
    SETTINGS("/admin/settings"),
    SCANS("/admin/scans"),
    LETTERS("/admin/dead-letters");

    private final String path;

    Section(String path) {
        this.path = path;
    }

    /** Where it begins; what belongs to it is below. */
    public String path() {
        return path;
    }

    /** Whether an address belongs to it. */
    boolean has(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
