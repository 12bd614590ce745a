package org.chongshan.events.organisations;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a rating round (评估) accepts: the way of one application of one organisation, by MCA Order 39.
 */
public sealed interface RatingRoundEvent extends OrganisationsEvent {
    /** Id of the round it concerns. */
    String round();

    /**
     * An organisation applied for a rating. Each for itself; the district enters what comes on paper.
     *
     * @param grade 1A to 3A: higher ones are not the district's to grant
     */
    @PostedBy({Role.ORGANISATION, Role.DISTRICT})
    record RatingApplied(@Id(begins = true) String round, @Id String organisation,
            Grade grade) implements RatingRoundEvent {}

    /**
     * The register says whether the organisation may be rated.
     *
     * @param tests every test, whether it holds, and what it rests on
     */
    record RatingEligibilityStated(@Id String round, @Id String organisation, boolean eligible,
            List<RatingTested> tests) implements RatingRoundEvent {}

    /**
     * The rating committee (评估委员会) came together upon the preliminary opinion of those who visited the organisation. As
     * long as nobody has voted, another may take its place.
     *
     * @param members who sits on it, by id: 7 to 25
     * @param grade   what the preliminary opinion says
     */
    @PostedBy(Role.DISTRICT)
    record RatingCommitteeConvened(@Id String round,
            @Size(min = 1, max = 50) List<@Pattern(regexp = Id.PATTERN) String> members,
            Grade grade) implements RatingRoundEvent {}

    /**
     * A member is tied to the organisation, and said so or was found out.
     *
     * @param leftOn the day they left, of who served there; null when they have not
     */
    @PostedBy(Role.DISTRICT)
    record TieDeclared(@Id String round, @Id String member, Tie tie,
            @Nullable @Happened LocalDate leftOn) implements RatingRoundEvent {}

    /**
     * The vote of a member, which is recorded by name. Said again, the last word counts.
     */
    @PostedBy(Role.DISTRICT)
    record VoteRecorded(@Id String round, @Id String member, Vote vote) implements RatingRoundEvent {}

    /**
     * The ballot is closed: the votes recorded until then decide, and the conclusion is published.
     */
    @PostedBy(Role.DISTRICT)
    record RoundDecided(@Id String round) implements RatingRoundEvent {}

    /**
     * An organisation asked in writing that the conclusion be reviewed (复核), while it was published.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.ORGANISATION, Role.DISTRICT})
    record ReviewRequested(@Id String round,
            @Size(min = 2, max = 500) Confidential grounds) implements RatingRoundEvent {}

    /**
     * The review committee (复核委员会) answered, by a ballot recorded by name.
     *
     * @param reviewers who sits on it, by id: 5 to 9
     * @param inFavour  those of them who were in favour of changing the conclusion
     * @param grade     what the conclusion would be instead; null: no grade
     * @param grounds   why, 2 to 500 characters
     */
    @PostedBy(Role.DISTRICT)
    record ReviewDecided(@Id String round,
            @Size(min = 1, max = 50) List<@Pattern(regexp = Id.PATTERN) String> reviewers,
            @Size(max = 50) List<@Pattern(regexp = Id.PATTERN) String> inFavour, @Nullable Grade grade,
            @Size(min = 2, max = 500) Confidential grounds) implements RatingRoundEvent {}

    /**
     * An organisation took its application back, before anything was published.
     */
    @PostedBy({Role.ORGANISATION, Role.DISTRICT})
    record RatingApplicationWithdrawn(@Id String round) implements RatingRoundEvent {}
}
