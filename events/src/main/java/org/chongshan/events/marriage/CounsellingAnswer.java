package org.chongshan.events.marriage;

/**
 * What a couple says to the offer of counselling. Nothing follows from it for the application.
 */
public enum CounsellingAnswer {
    ACCEPTED,
    DECLINED
}
