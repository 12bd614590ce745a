package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * A household came onto the books with this member.
 *
 * @param member pseudonym of the person
 */
public record MemberListed(@Id String member, @Id String household) implements PersonEvent {}
