package fr.ondine.platform.credits;

import static fr.ondine.testing.Utilities.SIEGVO;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.testing.ProvenStaff;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What somebody who bills takes back after a look, for tests of what follows; in the caller's transaction. */
public record Credited(CreditNotes credits) {

    private static final CurrentStaff ANNE =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.BILLER, 0);

    public InvoiceId whole(InvoiceId invoice, String reason) {
        return issue(invoice, new CreditOrder(Optional.empty(), reason));
    }

    InvoiceId part(InvoiceId invoice, Map<Integer, Money> amounts, String reason) {
        return issue(invoice, new CreditOrder(Optional.of(amounts), reason));
    }

    private InvoiceId issue(InvoiceId invoice, CreditOrder order) {
        return credits.issue(ANNE, invoice, order, credits.preview(ANNE, invoice, order));
    }
}
