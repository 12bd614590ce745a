package org.chongshan.events.eldercare;

/**
 * One of the nine modules of a kiosk (智慧养老一体机). The bureau's account names the first two; the others are an assumption.
 */
public enum KioskModule {
    /** Booking a service (服务预约). */
    SERVICE_BOOKING,
    /** Signing up for an activity (活动报名). */
    ACTIVITY_SIGN_UP,
    /** Calling for help (一键求助). */
    CALL_FOR_HELP,
    /** Ordering a meal (助餐点餐). */
    MEALS,
    /** Measuring blood pressure and the like (健康自测). */
    HEALTH_CHECK,
    /** What there is nearby (设施查询). */
    FACILITIES,
    /** What one is entitled to (政策查询). */
    POLICY,
    /** Lending equipment (辅具租赁). */
    EQUIPMENT,
    /** Rating a service (服务评价). */
    RATING
}
