package org.chongshan.events.marriage;

/**
 * In what form people are counselled (一对一、亲子沙龙、线上).
 */
public enum CounsellingKind {
    /** One counsellor and one couple or family, in a room (“一对一”个案服务). */
    ONE_TO_ONE,
    /** Parents and children together, in a room (亲子沙龙). */
    PARENT_CHILD_SALON,
    /** By telephone or picture; needs no room (线上). */
    ONLINE
}
