package org.chongshan.local.replay;

/** What ends a replay, with a stable code; the same command goes on where it was. */
final class ReplayFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplayFailure(String code, String why) {
        super(code + ": " + why);
    }
}
