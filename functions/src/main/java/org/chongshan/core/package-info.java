/**
 * What every function shares: one event in, one pure decision, one transaction, events out. The pure half
 * ({@link org.chongshan.core.Decider}, {@link org.chongshan.core.Decision}, {@link org.chongshan.core.Context},
 * {@link org.chongshan.core.Policy}) knows no Spring, no AWS and no JSON; the shell around it is in
 * {@code org.chongshan.shell}.
 */
@NullMarked
package org.chongshan.core;

import org.jspecify.annotations.NullMarked;
