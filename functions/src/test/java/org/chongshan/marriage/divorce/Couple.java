package org.chongshan.marriage.divorce;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.chongshan.events.Confidential;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.marriage.AgreementItem;
import org.chongshan.events.marriage.CounsellingAnswer;
import org.chongshan.events.marriage.DivorceEvent.BothPartiesAppeared;
import org.chongshan.events.marriage.DivorceEvent.CaseEndRetracted;
import org.chongshan.events.marriage.DivorceEvent.CaseEndedOtherwise;
import org.chongshan.events.marriage.DivorceEvent.CertificateRefused;
import org.chongshan.events.marriage.DivorceEvent.CounsellingOffered;
import org.chongshan.events.marriage.DivorceEvent.DivorceApplicationReceived;
import org.chongshan.events.marriage.DivorceEvent.WithdrawalRequested;
import org.chongshan.events.marriage.EndedElsewhere;
import org.chongshan.events.marriage.MarriageCertificates;
import org.chongshan.events.marriage.NotRegisteredBecause;
import org.chongshan.events.marriage.Party;
import org.chongshan.events.marriage.ReceiptShown;
import org.chongshan.events.marriage.Spouse;

/** What Mr Ge and Ms Hua do at the window, as their receipt 2023-17 has it; numbers sealed, as deciders see them. */
final class Couple {
    static final String RECEIPT = "2023-17";
    static final String REGISTRY = "chongchuan";
    static final String HIS_INDEX = "1-" + "a".repeat(32);
    static final String HER_INDEX = "1-" + "b".repeat(32);
    static final IdentityNumber HIS_NUMBER = number(HIS_INDEX);
    static final IdentityNumber HER_NUMBER = number(HER_INDEX);
    static final Party HE = new Party(new Personal("Mr Ge"), HIS_NUMBER, true);
    static final Party SHE = new Party(new Personal("Ms Hua"), HER_NUMBER, false);

    static final DivorceApplicationReceived APPLY = applying(HE, SHE);
    static final CounsellingOffered DECLINE = new CounsellingOffered(RECEIPT, CounsellingAnswer.DECLINED);
    static final WithdrawalRequested SHE_WITHDRAWS = withdrawing(REGISTRY, HER_NUMBER, true, ReceiptShown.RECEIPT);
    static final BothPartiesAppeared BOTH_COME = coming(true, true, EnumSet.allOf(AgreementItem.class));
    static final CertificateRefused REFUSED = new CertificateRefused(RECEIPT, REGISTRY,
            Set.of(NotRegisteredBecause.NOT_VOLUNTARY), new Confidential("She looks at him first."), "N-1");
    static final CaseEndRetracted NOBODY_DIED = new CaseEndRetracted(RECEIPT, "D-1",
            new Confidential("The certificate is another man's."));

    private Couple() {}

    /** As it is sealed: the text is of no matter here. */
    static IdentityNumber number(String index) {
        return new IdentityNumber("sealed.1.c2FsdA.dGV4dA." + index);
    }

    static DivorceApplicationReceived applying(Party husband, Party wife) {
        return new DivorceApplicationReceived(RECEIPT, REGISTRY, husband, wife, true, true, true, true,
                MarriageCertificates.BOTH);
    }

    static WithdrawalRequested withdrawing(String registry, IdentityNumber hers, boolean inPerson,
            ReceiptShown receipt) {
        return new WithdrawalRequested(RECEIPT, registry, Spouse.WIFE, hers, inPerson, receipt, "W-1");
    }

    static BothPartiesAppeared coming(boolean he, boolean she, Set<AgreementItem> settled) {
        return new BothPartiesAppeared(RECEIPT, REGISTRY, he, she, HIS_NUMBER, HER_NUMBER, settled, "C-1");
    }

    static CaseEndedOtherwise died(String on) {
        return ended(EndedElsewhere.DEATH, on, "D-1");
    }

    static CaseEndedOtherwise ended(EndedElsewhere because, String on, String document) {
        return new CaseEndedOtherwise(RECEIPT, because, LocalDate.parse(on), document);
    }
}
