package fr.ondine.platform.billing;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.billing.StoredPapers.Copy;
import fr.ondine.platform.customers.ClaimKeys;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.LinearText;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.receivables.SmallestAsked;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.Payments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints an invoice that has no original, once: what was issued, to whom and by whom it was, as of that day. */
@Component
class InvoicePaper {

    private final InvoiceExplanations explanations;
    private final ClaimKeys claimKeys;
    private final InvoicePrinter printer;
    private final StoredPapers papers;
    private final DayOfIssue day;
    private final Tenants tenants;
    private final Logos logos;
    private final ToldLeaks leaks;
    private final PlannedInvoices planned;
    private final HeldSums held;

    InvoicePaper(
            InvoiceExplanations explanations,
            ClaimKeys claimKeys,
            PdfRenderer renderer,
            StoredPapers papers,
            DayOfIssue day,
            Tenants tenants,
            Logos logos,
            ToldLeaks leaks,
            PlannedInvoices planned,
            HeldSums held) {
        this.explanations = explanations;
        this.claimKeys = claimKeys;
        this.printer = new InvoicePrinter(renderer);
        this.papers = papers;
        this.day = day;
        this.tenants = tenants;
        this.logos = logos;
        this.leaks = leaks;
        this.planned = planned;
        this.held = held;
    }

    /** As its holder sees it, with what they claim the agreement by. */
    DocumentContent of(IssuedInvoice invoice) {
        return papers.once(invoice.id(), Copy.HOLDER, () -> paper(invoice, withKey(invoice)));
    }

    /** As staff see it, and programs: nobody but the holder reads a claim key in clear. */
    DocumentContent withoutKey(IssuedInvoice invoice) {
        return papers.once(invoice.id(), Copy.STAFF, () -> paper(invoice, addressee(invoice, null)));
    }

    /** In large print, for its holder. */
    DocumentContent largePrint(IssuedInvoice invoice) {
        return papers.once(invoice.id(), Copy.LARGE_PRINT, () -> large(invoice, withKey(invoice)));
    }

    /** As those see it whom the holder lets see it. */
    DocumentContent shared(IssuedInvoice invoice) {
        return papers.once(invoice.id(), Copy.SHARED, () -> paper(invoice, asShared(invoice)));
    }

    /** The same in large print; kept for nobody. */
    DocumentContent sharedInLargePrint(IssuedInvoice invoice) {
        return large(invoice, asShared(invoice));
    }

    /** The same from top to bottom. */
    LinearText sharedText(IssuedInvoice invoice) {
        return text(invoice, asShared(invoice));
    }

    /** From top to bottom, for its holder. */
    LinearText text(IssuedInvoice invoice) {
        return text(invoice, withKey(invoice));
    }

    /** Without the end that says of what kind the file is. */
    static String name(IssuedInvoice invoice) {
        return (invoice.kind() == InvoiceKind.CREDIT_NOTE ? "avoir-" : "facture-") + invoice.number();
    }

    private Addressee withKey(IssuedInvoice invoice) {
        return addressee(
                invoice,
                claimKeys.printed(invoice.agreement(), day.posted(invoice)).orElse(null));
    }

    private Addressee asShared(IssuedInvoice invoice) {
        return addressee(invoice, null).asShared();
    }

    Addressee addressee(IssuedInvoice invoice, @Nullable String claimKey) {
        return Addressee.of(day.agreement(invoice), claimKey, day.hasMandates(invoice));
    }

    private DocumentContent paper(IssuedInvoice invoice, Addressee addressee) {
        var head = letterhead(invoice);
        return new DocumentContent(
                name(invoice) + ".pdf", DocumentContent.PDF, printer.pdf(printed(invoice, addressee, head), head));
    }

    private DocumentContent large(IssuedInvoice invoice, Addressee addressee) {
        var head = letterhead(invoice);
        return new DocumentContent(
                name(invoice) + "-gros-caracteres.pdf",
                DocumentContent.PDF,
                printer.largePrint(printed(invoice, addressee, head), head));
    }

    private LinearText text(IssuedInvoice invoice, Addressee addressee) {
        var head = letterhead(invoice);
        return printer.text(printed(invoice, addressee, head), head);
    }

    Letterhead letterhead(IssuedInvoice invoice) {
        var utility = day.utility(invoice);
        return new Letterhead(utility, logo(utility.brand()), tenants.origin(utility));
    }

    private String logo(Brand brand) {
        return Optional.ofNullable(brand.logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }

    PrintedInvoice printed(IssuedInvoice invoice, Addressee addressee, Letterhead head) {
        var explained = explanations.explained(invoice, head.utility());
        var payer = isOfAUse(invoice.kind()) ? addressee : addressee.ofWhatIsBilledOnce();
        return new PrintedInvoice(
                explained,
                payer,
                due(explained, payer.paymentMethod(), head.utility().payments()),
                chart(explained),
                leaks.by(invoice.id()),
                explained.total().isNegative() && planned.hold(invoice.id()));
    }

    private static boolean isOfAUse(InvoiceKind kind) {
        return kind == InvoiceKind.ACTUAL || kind == InvoiceKind.ESTIMATED;
    }

    /**
     * What a plan brings is on no paper asked for: neither the invoice that it pays, nor what was owed before another; nor is
     * what an answer is awaited about.
     */
    private PaperDue due(ExplainedInvoice invoice, PaymentMethod method, Payments payments) {
        var awaited = held.before(invoice);
        var earlier = invoice.carriedOver().balance().minus(awaited);
        var smallest = SmallestAsked.of(payments);
        var with = PaperDue.of(invoice.total(), earlier, method, smallest).without(awaited);
        if (method == PaymentMethod.INSTALMENTS) {
            return with;
        }
        var alone = earlier.isPositive() ? PaperDue.of(invoice.total(), Money.zero(), method, smallest) : with;
        if (planned.hold(invoice.id())) {
            return alone.byPlan();
        }
        return with.isWithEarlier() && planned.bringEarlier(invoice.id()) ? alone.besidePlan() : with;
    }

    private static UseChart chart(ExplainedInvoice invoice) {
        return invoice.volume() == null ? UseChart.NONE : UseChart.of(invoice.uses(), invoice.measured());
    }
}
