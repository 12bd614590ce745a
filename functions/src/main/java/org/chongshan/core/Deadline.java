package org.chongshan.core;

import org.chongshan.events.Worded;

/** What an aggregate waits for the end of: the constants of an enum in its state. */
public interface Deadline extends Worded {}
