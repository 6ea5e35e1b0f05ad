package dev.foyer.meeting.domain;

/** Why nothing happened. */
public sealed interface MeetingRefusal {

    /** No meeting of this tenant has this conference ID. */
    record MeetingNotFound() implements MeetingRefusal {}

    /** The scheduled meeting is over for ever. */
    record MeetingHasEnded() implements MeetingRefusal {}

    /** The meeting does not run: nobody is let in before its start (E3). */
    record MeetingNotStarted() implements MeetingRefusal {}

    /** This leg neither waits nor is in the meeting. */
    record CallNotHere() implements MeetingRefusal {}

    /** The conference ID has a meeting already; another must be tried. */
    record ConferenceIdTaken() implements MeetingRefusal {}

    /** The meeting is not the organizer's as far as we know, and we may not know of the organizer's enabling yet (E4). */
    record OrganizerNotKnownYet() implements MeetingRefusal {}

    /** As many call legs, or signed-in participants, are there as a meeting may have. @param most how many that are */
    record MeetingIsFull(int most) implements MeetingRefusal {}

    /**
     * As many call legs of the tenant are in its meetings as may be.
     *
     * @param most how many that are; 0: not even one more, of any tenant
     */
    record TenantIsFull(int most) implements MeetingRefusal {

        /**
         * All that is here is in memory, and there is none for more; whoever is here is served. No type of its own, which instances
         * of the version before could not read.
         */
        public static TenantIsFull forLackOfMemory() {
            return new TenantIsFull(0);
        }

        /** Whether it is for lack of memory. */
        public boolean lacksMemory() {
            return most == 0;
        }
    }

    /** The turn by which the leg comes is over, but not the leg, as far as the meeting knows: it may come by a new one. */
    record StayIsOver() implements MeetingRefusal {}

    /** The leg hung up, or went elsewhere after it asked; a leg never comes back (E5), a person who dials again has a new one. */
    record CallHasEnded() implements MeetingRefusal {}
}
