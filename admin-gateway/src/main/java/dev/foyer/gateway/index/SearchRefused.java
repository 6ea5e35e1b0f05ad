package dev.foyer.gateway.index;

/** What was typed to find users can mean nothing. The message goes on from "q". */
public final class SearchRefused extends RuntimeException {

    /** What is wrong with it. */
    public enum Why {
        STARS("has at most " + TypedSearch.MOST_STARS + " stars in a word"),
        WORDS("has at most " + TypedSearch.MOST_PARTS + " words"),
        TELEPHONE("says after tel: at least four digits of a telephone number, as in tel:0612345678"),
        LOCKED("says after locked: yes or no");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    private final transient Why why;

    SearchRefused(Why why) {
        super(why.words, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
