package org.chongshan.events.marriage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What an application for divorce (离婚登记申请) accepts. Its id is the number of its receipt.
 */
public sealed interface DivorceEvent extends MarriageEvent {
    /** Id of the application it concerns: the number of the receipt. */
    String application();

    /**
     * An application was accepted at the window, and a receipt given (离婚登记申请受理回执单). The day of this event is the day of the
     * receipt.
     *
     * @param application          number of the receipt
     * @param registry             the registry that accepts it: withdrawal and certificate are there alone
     * @param husband              who applies
     * @param wife                 who applies
     * @param bothInPerson         whether both stand at the window
     * @param bothCapable          whether both have full capacity for civil acts
     * @param agreed               whether both say that they agree to divorce; what they agree on is asked at the certificate
     * @param marriedInTheMainland whether the marriage was registered in the mainland
     * @param certificates         how they show that they are married
     */
    @PostedBy({Role.REGISTRY})
    record DivorceApplicationReceived(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String application,
            @Id String registry, @Valid Party husband, @Valid Party wife, boolean bothInPerson, boolean bothCapable,
            boolean agreed, boolean marriedInTheMainland, MarriageCertificates certificates) implements DivorceEvent {}

    /**
     * An application was not accepted (不予受理离婚登记申请告知书).
     *
     * @param application number of the notice
     * @param registry    the registry that does not accept it
     * @param reasons     1 to 6
     * @param grounds     in the registrar's words, 2 to 500 characters
     */
    @PostedBy({Role.REGISTRY})
    record DivorceApplicationRefused(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String application,
            @Id String registry, @Size(min = 1, max = 6) Set<NotAcceptedBecause> reasons,
            @Size(min = 2, max = 500) Confidential grounds) implements DivorceEvent {}

    /**
     * The desk offered counselling, and the couple answered.
     */
    @PostedBy({Role.REGISTRY})
    record CounsellingOffered(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String application,
            CounsellingAnswer answer) implements DivorceEvent {}

    /**
     * The couple was counselled.
     *
     * @param session id of the session
     * @param heldAt  when it was
     */
    record CoupleCounselled(@Id String application, @Id String session, Instant heldAt) implements DivorceEvent {}

    /**
     * The couple watched a learning video to its end.
     */
    record CoupleWatched(@Id String application, @Id String video) implements DivorceEvent {}

    /**
     * What else runs of one of the two, as the index of parties has it now: all of it, each time.
     *
     * @param party  who is named there too
     * @param number of what this party was told of; of two the higher counts
     * @param others numbers of the receipts, at most 40; empty when nothing does any more
     */
    record OtherApplicationsStated(@Id String application, @Id String party, @Min(1) int number,
            @Size(max = 40) SortedSet<String> others) implements DivorceEvent {}

    /**
     * One of the two withdraws the application (撤回离婚登记申请书): nobody else has to agree, and no reason is asked.
     *
     * @param registry       where it is withdrawn
     * @param by             who does
     * @param identityNumber as the one who withdraws shows it
     * @param inPerson       whether the one who withdraws stands at the window
     * @param receipt        how the receipt is shown
     * @param confirmation   number of the confirmation that is given (撤回离婚登记申请确认单)
     */
    @PostedBy({Role.REGISTRY})
    record WithdrawalRequested(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String application, @Id String registry,
            Spouse by, IdentityNumber identityNumber, boolean inPerson, ReceiptShown receipt,
            @Id String confirmation) implements DivorceEvent {}

    /**
     * The couple asks for the certificate (离婚证).
     *
     * @param registry       where they do
     * @param husbandPresent whether he stands at the window
     * @param wifePresent    whether she does
     * @param husbandNumber  identity number as he shows it
     * @param wifeNumber     identity number as she shows it
     * @param settled        what the written agreement settles
     * @param certificate    number of the certificate they are given when nothing is in the way
     */
    @PostedBy({Role.REGISTRY})
    record BothPartiesAppeared(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String application, @Id String registry,
            boolean husbandPresent, boolean wifePresent, IdentityNumber husbandNumber, IdentityNumber wifeNumber,
            @Size(max = 4) Set<AgreementItem> settled, @Id String certificate) implements DivorceEvent {}

    /**
     * The couple asked for the certificate, and the registry does not register the divorce (不予办理离婚登记告知书). Until their time
     * is over they may come again.
     *
     * @param reasons 1 to 5
     * @param grounds in the registrar's words, 2 to 500 characters
     * @param notice  number of the notice
     */
    @PostedBy({Role.REGISTRY})
    record CertificateRefused(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String application, @Id String registry,
            @Size(min = 1, max = 5) Set<NotRegisteredBecause> reasons, @Size(min = 2, max = 500) Confidential grounds,
            @Id String notice) implements DivorceEvent {}

    /**
     * The marriage ended outside of the registry. Said again of a document, it is the later word that counts.
     *
     * @param on       the day it did: of the death, or the day the judgment or the mediation became final
     * @param document number of the document that was shown
     */
    @PostedBy({Role.REGISTRY})
    record CaseEndedOtherwise(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String application, EndedElsewhere because,
            @Happened LocalDate on, @Id String document) implements DivorceEvent {}

    /**
     * It was a mistake that a document shows that the marriage ended: another person, another case.
     *
     * @param document its number, as it was stated
     * @param grounds  what shows the mistake, 2 to 500 characters
     */
    @PostedBy({Role.REGISTRY})
    record CaseEndRetracted(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String application, @Id String document,
            @Size(min = 2, max = 500) Confidential grounds) implements DivorceEvent {}
}
