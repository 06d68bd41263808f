package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
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
        @Nullable BilledReadings readings,
        Money net,
        Money vat,
        Money total,
        Money earlier,
        PaperDue due,
        Addressee addressee,
        List<PrintedSection> sections,
        List<VatAtRate> vatByRate) {}
