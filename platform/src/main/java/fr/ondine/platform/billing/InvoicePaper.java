package fr.ondine.platform.billing;

import fr.ondine.platform.billing.StoredPapers.Copy;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.ClaimKeys;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.LinearText;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.receivables.SmallestAsked;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Prints an invoice that has no original, once: what was issued, in the utility's brand and order of that day. */
@Component
class InvoicePaper {

    private final InvoiceExplanations explanations;
    private final ClaimKeys claimKeys;
    private final InvoicePrinter printer;
    private final StoredPapers papers;
    private final Tenants tenants;
    private final Logos logos;
    private final ToldLeaks leaks;
    private final PlannedInvoices planned;

    InvoicePaper(
            InvoiceExplanations explanations,
            ClaimKeys claimKeys,
            PdfRenderer renderer,
            StoredPapers papers,
            Tenants tenants,
            Logos logos,
            ToldLeaks leaks,
            PlannedInvoices planned) {
        this.explanations = explanations;
        this.claimKeys = claimKeys;
        this.printer = new InvoicePrinter(renderer);
        this.papers = papers;
        this.tenants = tenants;
        this.logos = logos;
        this.leaks = leaks;
        this.planned = planned;
    }

    /** As its holder sees it, with what they claim the agreement by. */
    DocumentContent of(IssuedInvoice invoice, AgreementCard agreement) {
        return papers.once(invoice.id(), Copy.HOLDER, () -> paper(invoice, withKey(invoice, agreement)));
    }

    /** As staff see it, and whom the holder lets see it: nobody but the holder reads a claim key in clear. */
    DocumentContent withoutKey(IssuedInvoice invoice, AgreementCard agreement) {
        return papers.once(invoice.id(), Copy.STAFF, () -> paper(invoice, Addressee.of(agreement, null)));
    }

    /** In large print, for its holder. */
    DocumentContent largePrint(IssuedInvoice invoice, AgreementCard agreement) {
        return papers.once(
                invoice.id(),
                Copy.LARGE_PRINT,
                () -> new DocumentContent(
                        name(invoice) + "-gros-caracteres.pdf",
                        DocumentContent.PDF,
                        printer.largePrint(printed(invoice, withKey(invoice, agreement)), letterhead())));
    }

    /** In large print, without the claim key; kept for nobody. */
    DocumentContent largePrintWithoutKey(IssuedInvoice invoice, AgreementCard agreement) {
        return new DocumentContent(
                name(invoice) + "-gros-caracteres.pdf",
                DocumentContent.PDF,
                printer.largePrint(printed(invoice, Addressee.of(agreement, null)), letterhead()));
    }

    /** From top to bottom, without the claim key. */
    LinearText textWithoutKey(IssuedInvoice invoice, AgreementCard agreement) {
        return printer.text(printed(invoice, Addressee.of(agreement, null)), letterhead());
    }

    /** From top to bottom, for its holder. */
    LinearText text(IssuedInvoice invoice, AgreementCard agreement) {
        return printer.text(printed(invoice, withKey(invoice, agreement)), letterhead());
    }

    /** Without the end that says of what kind the file is. */
    static String name(IssuedInvoice invoice) {
        return "facture-" + invoice.number();
    }

    private Addressee withKey(IssuedInvoice invoice, AgreementCard agreement) {
        return Addressee.of(agreement, claimKeys.printed(invoice.agreement()).orElse(null));
    }

    private DocumentContent paper(IssuedInvoice invoice, Addressee addressee) {
        var pdf = printer.pdf(printed(invoice, addressee), letterhead());
        return new DocumentContent(name(invoice) + ".pdf", DocumentContent.PDF, pdf);
    }

    InvoicePrinter.Letterhead letterhead() {
        var utility = tenants.current();
        return new InvoicePrinter.Letterhead(utility, logo(utility.brand()), tenants.origin());
    }

    private String logo(Brand brand) {
        return Optional.ofNullable(brand.logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }

    PrintedInvoice printed(IssuedInvoice invoice, Addressee addressee) {
        var explained = explanations.explained(invoice);
        return new PrintedInvoice(
                explained,
                addressee,
                due(explained, addressee.paymentMethod()),
                chart(explained),
                leaks.by(invoice.id()));
    }

    private PaperDue due(ExplainedInvoice invoice, PaymentMethod method) {
        var due = PaperDue.of(
                invoice.total(),
                invoice.carriedOver().balance(),
                method,
                SmallestAsked.of(tenants.current().payments()));
        return method == PaymentMethod.ON_INVOICE && planned.hold(invoice.id()) ? due.byPlan() : due;
    }

    private static UseChart chart(ExplainedInvoice invoice) {
        return invoice.volume() == null ? UseChart.NONE : UseChart.of(invoice.uses(), invoice.measured());
    }
}
