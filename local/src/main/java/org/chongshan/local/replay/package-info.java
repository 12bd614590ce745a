/** The year 2023 played again: a fictional district of the size of the source's, whose people post the events of a year. */
@org.jspecify.annotations.NullMarked
package org.chongshan.local.replay;
