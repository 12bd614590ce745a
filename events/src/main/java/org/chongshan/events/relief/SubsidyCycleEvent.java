package org.chongshan.events.relief;

/**
 * What a subdistrict's quarter of in-kind subsidies (季度实物补贴) accepts.
 */
public sealed interface SubsidyCycleEvent extends ReliefEvent
        permits SubsidyQuarterOpened, SubsidyQuarterSwept, SubsidyEntitled, SubsidyHandedOver {}
