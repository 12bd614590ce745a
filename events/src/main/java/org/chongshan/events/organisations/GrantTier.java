package org.chongshan.events.organisations;

/** Who calls for proposals (区、街、社三级公益创投). */
public enum GrantTier {
    /** The district (区级). */
    DISTRICT,
    /** A street, that is a subdistrict (街道级). */
    STREET,
    /** A community (社区级), in its street's books. */
    COMMUNITY
}
