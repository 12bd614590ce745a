/**
 * The contract between Chongshan and those who post to it: what an event is, its envelope, who may post it. No Spring, no
 * AWS, no JSON library: codec and validation stand beside it in {@link org.chongshan.events.json}.
 */
@NullMarked
package org.chongshan.events;

import org.jspecify.annotations.NullMarked;
