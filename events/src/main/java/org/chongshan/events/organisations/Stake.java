package org.chongshan.events.organisations;

import java.time.LocalDate;

import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's tie to an organisation.
 *
 * @param leftOn the last day there, of {@link StakeKind#SERVED_THERE} alone
 */
public record Stake(@Id String organisation, StakeKind kind, @Nullable @Happened LocalDate leftOn) {}
