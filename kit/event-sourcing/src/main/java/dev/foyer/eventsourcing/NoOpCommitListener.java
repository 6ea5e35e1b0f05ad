package dev.foyer.eventsourcing;

import java.util.List;

/** Follows nothing. */
enum NoOpCommitListener implements CommitListener<Object, Object> {
    FOLLOWER;

    @Override
    public void committed(String aggregateId, Object state, List<Object> events) {}

    @Override
    public boolean hearsOfRecovery() {
        return false;
    }

    @Override
    public void recovered(String aggregateId, Object state) {}
}
