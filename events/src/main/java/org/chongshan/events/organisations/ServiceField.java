package org.chongshan.events.organisations;

/** What a project is for (服务领域). */
public enum ServiceField {
    /** Old people and children (为老为小). */
    OLD_AND_YOUNG,
    /** People with disabilities and people in need (助残济困). */
    DISABILITY_AND_NEED,
    /** Culture of the community (社区文化). */
    COMMUNITY_CULTURE,
    /** How a neighbourhood runs itself (基层治理). */
    GRASSROOTS_GOVERNANCE,
    /** Any other (等多个领域). */
    OTHER
}
