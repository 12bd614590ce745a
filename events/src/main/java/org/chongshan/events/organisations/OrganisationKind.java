package org.chongshan.events.organisations;

/** What kind of social organisation it is, and the second character of its credit code (GB 32100: 机构类别). */
public enum OrganisationKind {
    /** Association of members (社会团体). */
    ASSOCIATION('1'),
    /** Service organisation without members (社会服务机构, 民办非企业单位). */
    SERVICE_INSTITUTION('2'),
    /** Foundation (基金会). */
    FOUNDATION('3');

    private final char category;

    OrganisationKind(char category) {
        this.category = category;
    }

    /** The second character of its credit code. */
    char category() {
        return category;
    }
}
