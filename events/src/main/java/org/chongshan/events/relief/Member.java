package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.chongshan.events.Personal;

/**
 * A member of a household.
 *
 * @param member         pseudonym of the person from the bureau's population register: one per person, without meaning of
 *                       its own
 * @param name           as registered
 * @param identityNumber resident identity number (居民身份证号)
 * @param relation       to the head of the household
 */
public record Member(@Id String member, Personal name, Personal identityNumber, Relation relation) {}
