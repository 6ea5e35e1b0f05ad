package dev.foyer.eventsourcing;

import java.util.List;

/** For aggregates without side effects. */
enum NoOpCommitListener implements CommitListener<Object, Object> {
    INSTANCE;

    @Override
    public void committed(String aggregateId, Object state, List<Object> events) {}

    @Override
    public boolean wantsRecovery() {
        return false;
    }

    @Override
    public void recovered(String aggregateId, Object state) {}
}
