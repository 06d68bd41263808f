package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.receivables.CarriedOver;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that stands on the paper of an invoice; nothing here is computed for it except sums of what was issued. */
record PrintedInvoice(
        String number,
        InvoiceKind kind,
        String contractNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable Period period,
        @Nullable Volume volume,
        List<BilledMeter> meters,
        Money net,
        Money vat,
        Money total,
        CarriedOver earlier,
        PaperDue due,
        Addressee addressee,
        List<PrintedSection> sections,
        List<VatAtRate> vatByRate) {

    public boolean isMeterReplaced() {
        return BilledMeter.isReplaced(meters);
    }

    /** What the account comes to with this invoice. */
    public Money withEarlier() {
        return earlier.balance().plus(total);
    }
}
