package dev.foyer.gateway.scim;

import de.captaingoldfish.scim.sdk.common.resources.User;
import java.util.ArrayList;
import java.util.List;

/** What was asked for of all that match: those are counted and not kept, for they may be everybody. For one thread. */
final class ScimWindow {

    private final long first;
    private final int most;
    private final List<User> shown = new ArrayList<>();
    private long all;

    /** @param startIndex from 1 */
    ScimWindow(long startIndex, int count) {
        this.first = startIndex;
        this.most = count;
    }

    void add(List<User> matching) {
        for (User user : matching) {
            all++;
            if (all >= first && shown.size() < most) {
                shown.add(user);
            }
        }
    }

    List<User> shown() {
        return List.copyOf(shown);
    }

    long all() {
        return all;
    }
}
