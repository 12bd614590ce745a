/** The year 2023 played again. */
@org.jspecify.annotations.NullMarked
package org.chongshan.local.replay;
