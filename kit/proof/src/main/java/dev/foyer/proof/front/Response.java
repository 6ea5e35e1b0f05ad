package dev.foyer.proof.front;

/** What was answered. Prints its status only: the body may carry a PIN. */
record Response(int status, String body) {

    boolean isSuccess() {
        return status < 300;
    }

    @Override
    public String toString() {
        return "Response[" + status + "]";
    }
}
