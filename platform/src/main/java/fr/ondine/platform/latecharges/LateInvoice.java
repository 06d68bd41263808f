package fr.ondine.platform.latecharges;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An open invoice with a sewerage charge, and all that decides whether that is increased.
 *
 * @param number as it is printed
 * @param total what it asks in all, without what was credited
 * @param sewerage its sewerage charge excluding VAT, without what was credited
 * @param notice the last formal notice on paper that counts; null where there was none
 * @param received that notice with its registered number; null until that is noted
 * @param increasedBy the invoice that increased it; null where none did
 */
record LateInvoice(
        InvoiceId id,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        ReceivableState state,
        Money left,
        Money total,
        Money sewerage,
        boolean isProtected,
        boolean isDisputed,
        boolean isPaying,
        @Nullable NoticeId notice,
        @Nullable RegisteredNotice received,
        @Nullable InvoiceId increasedBy) {}
