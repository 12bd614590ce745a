package org.chongshan.events;

import java.util.Arrays;

/** What a person or system is at the bureau; a claim of every token. */
public enum Role {
    /** Grid worker's app (网格员). */
    GRID(true),
    /** Minors' protection station or social-work station (未保站、社工站). */
    STATION(true),
    /** Subdistrict officer (街道). */
    STREET(true),
    /** Bureau officer (区民政局). */
    DISTRICT(false),
    /** Carer or volunteer. */
    CARE(true),
    /** Hotline seat, kiosk or citizen's app. */
    DESK(false),
    /** Marriage registry window (婚姻登记处). */
    REGISTRY(false),
    /** Social organisation or law firm. */
    ORGANISATION(false),
    /** Another department or facility, or the bank. */
    AGENCY(false),
    /** Cashier of a subdistrict (出纳): pays, and says so. */
    CASHIER(true),
    /** Reads only. */
    AUDITOR(false),
    /** A function of the platform itself; never in a token. */
    SYSTEM(false);

    private final boolean local;

    Role(boolean local) {
        this.local = local;
    }

    /** Whether this role acts and reads within its own subdistrict alone. */
    public boolean isLocal() {
        return local;
    }

    /** The claim's value: the lower-case name. */
    public String claim() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The role a claim names, letter by letter.
     *
     * @throws IllegalArgumentException when no role has that name
     */
    public static Role ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role has that name"));
    }
}
