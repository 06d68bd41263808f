package fr.ondine.platform.billing;

import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tariffs.Tariff;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.NumberFormat;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains issued invoices ("comprendre ma facture") to whom they are open, and to staff. */
@Service
@Transactional(readOnly = true)
public class InvoiceExplanations {

    private final Agreements agreements;
    private final IssuedInvoices issued;
    private final BilledMeters meters;
    private final MeasuredUses uses;
    private final Tariffs tariffs;
    private final Ledger ledger;
    private final Tenants tenants;

    InvoiceExplanations(
            Agreements agreements,
            IssuedInvoices issued,
            BilledMeters meters,
            MeasuredUses uses,
            Tariffs tariffs,
            Ledger ledger,
            Tenants tenants) {
        this.agreements = agreements;
        this.issued = issued;
        this.meters = meters;
        this.uses = uses;
        this.tariffs = tariffs;
        this.ledger = ledger;
        this.tenants = tenants;
    }

    /** To the person to whom its agreement is open; for anybody else there is no such invoice. */
    public ExplainedInvoice of(UserId user, InvoiceId id) {
        var invoice = issued.find(id).orElseThrow(UnknownInvoice::new);
        try {
            agreements.requireSeen(user, invoice.agreement());
        } catch (UnknownAgreement notTheirs) {
            throw new UnknownInvoice();
        }
        return explained(invoice);
    }

    public ExplainedInvoice of(CurrentStaff who, InvoiceId id) {
        who.require(StaffPermission.LOOK);
        return explained(issued.find(id).orElseThrow(UnknownInvoice::new));
    }

    private ExplainedInvoice explained(IssuedInvoice invoice) {
        return explained(invoice, tenants.current());
    }

    /** In the words of a configuration, for whoever has asked whether the person may see it. */
    ExplainedInvoice explained(IssuedInvoice invoice, TenantConfig utility) {
        var place = issued.place(invoice.id());
        var lines = issued.lines(invoice.id());
        var billed = meters.of(invoice, place.point());
        var tariff = paidBy(invoice, place, lines);
        return new ExplainedInvoice(
                invoice.id(),
                utility.invoiceNumbers().display(invoice.number()),
                invoice.kind(),
                invoice.agreement(),
                utility.contractNumbers().display(invoice.agreementNumber()),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.period(),
                invoice.volume(),
                billed,
                lines(invoice, place, lines, tariff, utility.invoiceNumbers()),
                isWhole(invoice, lines) ? VatAtRate.of(lines, utility.rounding(), invoice.vat()) : List.of(),
                invoice.net(),
                invoice.vat(),
                invoice.total(),
                ledger.carriedOver(invoice.receivable(), invoice.agreement(), invoice.issuedOn()),
                uses.until(invoice.agreement(), invoice.issuedOn()),
                place.correction(utility.invoiceNumbers()),
                exemption(lines, tariff));
    }

    /** Nothing is looked for where no line says of which charge it is, nor has to say why it bears no VAT. */
    private Tariff paidBy(IssuedInvoice invoice, InvoicedPlace place, List<InvoiceLine> lines) {
        return lines.stream().allMatch(line -> line.charge() == null && !line.isExempt())
                ? Tariff.NONE
                : ledger.postedAt(invoice.receivable())
                        .map(when -> tariffs.paidBy(invoice.agreement(), place.service(), when))
                        .orElse(Tariff.NONE);
    }

    private static List<BilledLine> lines(
            IssuedInvoice invoice, InvoicedPlace place, List<InvoiceLine> lines, Tariff tariff, NumberFormat numbers) {
        var pricedOn = place.pricedOn(invoice.issuedOn());
        return lines.stream()
                .map(line -> line.billed(invoice, pricedOn, tariff, numbers))
                .toList();
    }

    private static Optional<String> exemption(List<InvoiceLine> lines, Tariff tariff) {
        var mentions = lines.stream()
                .filter(InvoiceLine::isExempt)
                .flatMap(line -> tariff.mention(line.section(), line.label()).stream())
                .distinct()
                .toList();
        return mentions.isEmpty() ? Optional.empty() : Optional.of(String.join(" ; ", mentions));
    }

    private static boolean isWhole(IssuedInvoice invoice, List<InvoiceLine> lines) {
        return !lines.isEmpty()
                && lines.stream()
                        .map(InvoiceLine::net)
                        .reduce(Money.zero(), Money::plus)
                        .equals(invoice.net());
    }
}
