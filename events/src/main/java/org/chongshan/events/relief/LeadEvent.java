package org.chongshan.events.relief;

/** What a hardship lead (线索) accepts. */
public sealed interface LeadEvent extends ReliefEvent permits HardshipLeadReported, LeadTriaged, ReliefDisbursed {}
