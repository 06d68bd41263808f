package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.receivables.ReceivableId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invoice as it was issued, without its lines; numbers are as stored. */
record IssuedInvoice(
        InvoiceId id,
        String number,
        InvoiceKind kind,
        AgreementId agreement,
        String agreementNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable Period period,
        @Nullable Volume volume,
        Money net,
        Money vat,
        Money total,
        @Nullable DocumentId original) {

    ReceivableId receivable() {
        return new ReceivableId(id.value());
    }
}
