package org.chongshan.events.relief;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a consultation (会商) accepts.
 */
public sealed interface ConsultationEvent extends ReliefEvent {
    /** Id of the consultation it concerns. */
    String consultation();

    /**
     * A regular consultation came together (定期会商).
     *
     * @param attendees token subjects of those who are to attend, 1 to 30
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ConsultationConvened(@Id(begins = true) String consultation,
            @Size(min = 1, max = 30) List<@Pattern(regexp = Id.PATTERN) String> attendees)
            implements
                ConsultationEvent {}

    /**
     * Somebody who was convened says to attend. Nobody says so for another.
     */
    @PostedBy({Role.GRID, Role.STATION, Role.STREET, Role.DISTRICT})
    record AttendanceConfirmed(@Id String consultation) implements ConsultationEvent {}

    /**
     * A relief case is put on the table of a consultation.
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record CaseTabled(@Id String consultation, @Id String reliefCase) implements ConsultationEvent {}

    /**
     * A case on the table says who asked for the relief.
     *
     * @param requester token subject
     */
    record CaseIntroduced(@Id String consultation, @Id String reliefCase,
            String requester) implements ConsultationEvent {}

    /**
     * A consultation decided a case it has on the table.
     *
     * @param inFavour how many of those attending voted for the verdict
     * @param grounds  why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record CaseDeliberated(@Id String consultation, @Id String reliefCase, Verdict verdict,
            @Min(1) @Max(30) int inFavour,
            @Size(min = 2, max = 500) Confidential grounds) implements ConsultationEvent {}

    /**
     * The case took the verdict of a consultation.
     */
    record VerdictAccepted(@Id String consultation, @Id String reliefCase) implements ConsultationEvent {}

    /**
     * The verdict of a consultation changes nothing at its case.
     *
     * @param because why not
     */
    record VerdictCameToNothing(@Id String consultation, @Id String reliefCase,
            CameToNothingBecause because) implements ConsultationEvent {}

    /**
     * An officer looked at a verdict that came to nothing.
     *
     * @param grounds what follows from that, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record VerdictReviewed(@Id String consultation, @Id String reliefCase,
            @Size(min = 2, max = 500) Confidential grounds) implements ConsultationEvent {}

    /**
     * A consultation ended; what was not decided stays where it was.
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ConsultationClosed(@Id String consultation) implements ConsultationEvent {}
}
