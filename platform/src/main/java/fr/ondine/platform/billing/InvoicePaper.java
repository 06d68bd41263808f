package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.ClaimKeys;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.SmallestAsked;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Prints an invoice that has no original: what was issued, in the utility's brand and order. */
@Component
class InvoicePaper {

    private final IssuedInvoices issued;
    private final Ledger ledger;
    private final ClaimKeys claimKeys;
    private final BilledMeters meters;
    private final PdfRenderer renderer;
    private final Tenants tenants;
    private final Logos logos;
    private final ToldLeaks leaks;

    InvoicePaper(
            IssuedInvoices issued,
            Ledger ledger,
            ClaimKeys claimKeys,
            BilledMeters meters,
            PdfRenderer renderer,
            Tenants tenants,
            Logos logos,
            ToldLeaks leaks) {
        this.issued = issued;
        this.ledger = ledger;
        this.claimKeys = claimKeys;
        this.meters = meters;
        this.renderer = renderer;
        this.tenants = tenants;
        this.logos = logos;
        this.leaks = leaks;
    }

    /** As its holder sees it, with what they claim the agreement by. */
    DocumentContent of(IssuedInvoice invoice, AgreementCard agreement) {
        return paper(
                invoice,
                Addressee.of(agreement, claimKeys.printed(invoice.agreement()).orElse(null)),
                agreement);
    }

    /** As staff see it: nobody but the holder reads a claim key in clear. */
    DocumentContent withoutKey(IssuedInvoice invoice, AgreementCard agreement) {
        return paper(invoice, Addressee.of(agreement, null), agreement);
    }

    private DocumentContent paper(IssuedInvoice invoice, Addressee addressee, AgreementCard agreement) {
        var utility = tenants.current();
        var language = utility.languages().getFirst();
        var printed = printed(invoice, addressee, agreement, utility);
        var pdf = renderer.render(
                "invoice",
                language,
                Map.of(
                        "invoice",
                        printed,
                        "leak",
                        leaks.by(invoice.id()),
                        "utility",
                        utility,
                        "logo",
                        logo(utility.brand()),
                        "origin",
                        tenants.origin(),
                        "w",
                        new Writing(language)));
        return new DocumentContent("facture-" + invoice.number() + ".pdf", DocumentContent.PDF, pdf);
    }

    /** The image itself, since nothing is loaded while a paper is set; empty without one. */
    private String logo(Brand brand) {
        return Optional.ofNullable(brand.logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }

    private PrintedInvoice printed(
            IssuedInvoice invoice, Addressee addressee, AgreementCard agreement, TenantConfig utility) {
        var lines = issued.lines(invoice.id());
        var carried = ledger.carriedOver(invoice.receivable(), invoice.agreement(), invoice.issuedOn());
        return new PrintedInvoice(
                utility.invoiceNumbers().display(invoice.number()),
                invoice.kind(),
                utility.contractNumbers().display(invoice.agreementNumber()),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.period(),
                invoice.volume(),
                meters.of(invoice, agreement.servicePoint()),
                invoice.net(),
                invoice.vat(),
                invoice.total(),
                carried,
                PaperDue.of(
                        invoice.total(),
                        carried.balance(),
                        addressee.paymentMethod(),
                        SmallestAsked.of(utility.payments())),
                addressee,
                PrintedSection.of(lines),
                VatAtRate.of(lines, utility.rounding(), invoice.vat()));
    }
}
