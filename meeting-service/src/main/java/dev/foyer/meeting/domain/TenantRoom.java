package dev.foyer.meeting.domain;

/**
 * How much room a tenant has left, as far as the instance knows that decides: of its calls in the meetings that this instance
 * owns, and without those that are being decided at the same moment.
 *
 * @param calls that are there, in meetings and lobbies
 * @param most that may be there
 */
public record TenantRoom(long calls, int most) {

    /** Where nothing else is configured. */
    public static final TenantRoom UNBOUNDED = new TenantRoom(0, Integer.MAX_VALUE);

    boolean isFull() {
        return calls >= most;
    }
}
