package org.chongshan.treasury;

import java.util.List;

import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.Programme;
import org.chongshan.treasury.payment.PaymentDecider;

import static org.chongshan.events.Role.*;

/** Treasury (出纳): the one place money goes out from. */
public final class Treasury {
    private Treasury() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.TREASURY, List.of(Collection
            .of(Programme.TREASURY, "payment", "payments", PaymentDecider.class, CASHIER, STREET, DISTRICT, AUDITOR)),
            List.of(new Digest(Programme.TREASURY)));
}
