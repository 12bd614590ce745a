package org.chongshan.events.minors;

/**
 * What a station accepts.
 */
public sealed interface StationEvent extends MinorsEvent permits StationOpened, StaffAssigned, ProviderEngaged {}
