package fr.ondine.platform.billing;

import fr.ondine.platform.customers.BuyerKind;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.facturx.ElectronicInvoice;
import fr.ondine.platform.facturx.ElectronicInvoice.Note;
import fr.ondine.platform.facturx.ElectronicInvoice.Preceding;
import fr.ondine.platform.facturx.ElectronicLine;
import fr.ondine.platform.facturx.ElectronicTotals;
import fr.ondine.platform.facturx.ElectronicVat;
import fr.ondine.platform.facturx.PostalAddress;
import fr.ondine.platform.facturx.Seller;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.network.Address;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says an issued invoice in the terms of EN 16931: its amounts as they were stored, a credit note's as what it gives back. */
final class ElectronicInvoices {

    private static final Pattern LOCALITY = Pattern.compile("(?<postcode>\\d{5})\\s+(?<city>.+)");

    private final PrintedInvoice printed;
    private final ExplainedInvoice invoice;
    private final PaperSentences sentences;

    private ElectronicInvoices(PrintedInvoice printed, PaperSentences sentences) {
        this.printed = printed;
        this.invoice = printed.invoice();
        this.sentences = sentences;
    }

    /** Empty where the lines are not known, or are not all of it: software would refuse such an invoice. */
    static Optional<ElectronicInvoice> of(PrintedInvoice printed, TenantConfig utility, PaperSentences sentences) {
        return printed.invoice().isWhole()
                ? Optional.of(new ElectronicInvoices(printed, sentences).by(utility))
                : Optional.empty();
    }

    private ElectronicInvoice by(TenantConfig utility) {
        var addressee = printed.addressee();
        return new ElectronicInvoice(
                invoice.number(),
                printed.isCreditNote(),
                Operations.of(invoice).orElseThrow(),
                invoice.issuedOn(),
                isAskedFor() ? invoice.dueOn() : null,
                invoice.corrects()
                        .map(of -> new Preceding(of.number(), of.issuedOn()))
                        .orElse(null),
                notes(),
                seller(utility),
                ElectronicBuyers.of(addressee, address(addressee.letters())),
                invoice.contract(),
                address(addressee.served()),
                invoice.period(),
                sentences.buyers().terms(printed),
                ElectronicPayments.of(printed, utility),
                invoice.lines().stream().map(this::line).toList(),
                invoice.vatByRate().stream().map(at -> vat(at, utility)).toList(),
                new ElectronicTotals(
                        signed(invoice.net()),
                        signed(invoice.vat()),
                        signed(invoice.total()),
                        signed(PaperDue.paidByCredit(
                                invoice.total(), invoice.carriedOver().balance()))));
    }

    /** What a plan brings, or is carried, is not asked for by itself: software would pay it a second time. */
    private boolean isAskedFor() {
        return !printed.due().isNothing() && printed.addressee().paymentMethod() != PaymentMethod.INSTALMENTS;
    }

    /** With those of the French rules for companies, which consumers have no business with; what is sold to one says so. */
    private List<Note> notes() {
        var said = Stream.of(invoice.corrects().map(Correction::reason), sentences.earlier(printed))
                .flatMap(Optional::stream)
                .map(Note::of);
        var asked = BuyerSentences.SUBJECTS.stream()
                .map(subject -> new Note(sentences.buyers().note(printed, subject), subject));
        return Stream.of(said, asked, treatment()).flatMap(notes -> notes).toList();
    }

    /** By which platforms and the tax office tell what companies buy of each other. */
    private Stream<Note> treatment() {
        var buyer = printed.addressee().buyer();
        return buyer.kind() == BuyerKind.PROFESSIONAL && !buyer.organisation().isEmpty()
                ? Stream.of(new Note("B2B", "BAR"))
                : Stream.empty();
    }

    private ElectronicLine line(BilledLine line) {
        return new ElectronicLine(
                PaperSentences.joined(line.label(), sentences.share(PrintedLine.of(line, invoice.period()))),
                sentences.rubric(line.section()),
                signed(line.quantity()),
                line.price(),
                line.priced(),
                signed(line.net()),
                line.vat(),
                line.days() == null ? invoice.period() : line.days());
    }

    private ElectronicVat vat(VatAtRate at, TenantConfig utility) {
        var isExempt = at.rate().percent().signum() == 0;
        return new ElectronicVat(
                at.rate(),
                signed(at.net()),
                signed(at.amount()),
                !isExempt && BuyerSentences.isOnDebits(invoice, utility),
                isExempt ? sentences.exemption(invoice) : null);
    }

    private Money signed(Money amount) {
        return printed.isCreditNote() ? amount.negated() : amount;
    }

    private Quantity signed(Quantity quantity) {
        return printed.isCreditNote() ? new Quantity(quantity.amount().negate(), quantity.unit()) : quantity;
    }

    private static Seller seller(TenantConfig utility) {
        var contact = utility.contact();
        return new Seller(
                utility.legal().legalName(),
                utility.legal().siren().value(),
                utility.legal().vatNumber(),
                utility.legal().registration(),
                address(contact.postalAddress()),
                contact.serviceName(),
                contact.mainPhone().number().value(),
                contact.email());
    }

    private static PostalAddress address(Address address) {
        return new PostalAddress(
                List.of(address.street(), Objects.requireNonNullElse(address.complement(), "")),
                address.postcode(),
                address.city());
    }

    /** What was written as on an envelope. */
    private static PostalAddress address(List<String> lines) {
        var locality = LOCALITY.matcher(lines.getLast());
        return locality.matches()
                ? new PostalAddress(
                        lines.subList(0, lines.size() - 1), locality.group("postcode"), locality.group("city"))
                : new PostalAddress(lines, null, null);
    }
}
