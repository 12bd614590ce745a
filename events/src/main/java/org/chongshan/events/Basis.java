package org.chongshan.events;

/**
 * Upon what something about a person is passed on (个人信息保护法 art. 13): what the law asks for beside the purpose.
 */
public enum Basis {
    /** The person agreed to it, or whoever stands in for them (art. 13 no. 1). */
    CONSENT,
    /** A duty or power that the law gives whoever asks (art. 13 no. 3). */
    STATUTORY_DUTY,
    /** A person's life or health is in danger (art. 13 no. 4). */
    EMERGENCY
}
