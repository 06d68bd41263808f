package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of issued invoices what the ledger knows of them today, by the same few queries however many there are. */
@Component
class InvoiceSummaries {

    private final IssuedInvoices issued;
    private final Ledger ledger;
    private final Debts debts;
    private final Tenants tenants;
    private final Clock clock;

    InvoiceSummaries(IssuedInvoices issued, Ledger ledger, Debts debts, Tenants tenants, Clock clock) {
        this.issued = issued;
        this.ledger = ledger;
        this.debts = debts;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In their order. */
    List<InvoiceSummary> of(List<IssuedInvoice> invoices) {
        var agreements =
                invoices.stream().map(IssuedInvoice::agreement).distinct().toList();
        return of(invoices, debts.of(agreements), knownOn());
    }

    /** What an agreement owes, all its invoices that wait and its latest one. */
    InvoiceAccount account(AgreementId agreement) {
        var debt = debts.of(agreement);
        var waiting = debt.open().stream()
                .filter(open -> open.left().isPositive())
                .map(OpenReceivable::id)
                .toList();
        var knownOn = knownOn();
        var summaries = of(issued.latestAnd(agreement, waiting), Map.of(agreement, debt), knownOn);
        return InvoiceAccount.of(debt.due(), summaries, knownOn);
    }

    private List<InvoiceSummary> of(
            Collection<IssuedInvoice> invoices, Map<AgreementId, Debt> debts, LocalDate knownOn) {
        var receipts = ledger.lastReceipts(
                invoices.stream().map(IssuedInvoice::receivable).toList());
        return invoices.stream()
                .map(invoice ->
                        summary(invoice, debts.get(invoice.agreement()), receipts.get(invoice.receivable()), knownOn))
                .toList();
    }

    private LocalDate knownOn() {
        return issued.knownOn().orElseGet(() -> LocalDate.now(clock));
    }

    private InvoiceSummary summary(
            IssuedInvoice invoice, @Nullable Debt debt, @Nullable LocalDate lastReceipt, LocalDate knownOn) {
        var utility = tenants.current();
        var id = invoice.receivable();
        var known = debt == null ? Optional.<OpenReceivable>empty() : debt.on(id);
        var open = known.orElseGet(() -> OpenReceivable.settled(id, invoice.dueOn()));
        return new InvoiceSummary(
                invoice.id(),
                utility.invoiceNumbers().display(invoice.number()),
                invoice.kind(),
                utility.contractNumbers().display(invoice.agreementNumber()),
                invoice.issuedOn(),
                open.dueOn(),
                invoice.period(),
                invoice.total(),
                open.left(),
                open.payable(),
                open.state(),
                open.missed(),
                known.isEmpty() ? lastReceipt : null,
                knownOn);
    }
}
