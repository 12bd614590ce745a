package org.chongshan.core;

import org.chongshan.events.Worded;

/** A further list an aggregate may stand in, beside the one by status: the constants of an enum in its state. */
public interface Listing extends Worded {}
