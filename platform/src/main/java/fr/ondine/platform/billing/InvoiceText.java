package fr.ondine.platform.billing;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.documents.LinearText;
import fr.ondine.platform.documents.LinearText.Entry;
import fr.ondine.platform.documents.LinearText.Part;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.tenantconfig.Contact;
import fr.ondine.tenantconfig.LegalIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says an invoice from top to bottom, what matters first, for who hears or feels it. */
final class InvoiceText {

    private final PrintedInvoice printed;
    private final ExplainedInvoice invoice;
    private final Letterhead head;
    private final PaperSentences say;
    private final Writing w;

    private InvoiceText(PrintedInvoice printed, Letterhead head, PaperSentences say) {
        this.printed = printed;
        this.invoice = printed.invoice();
        this.head = head;
        this.say = say;
        this.w = say.w();
    }

    static LinearText of(PrintedInvoice printed, Letterhead head, PaperSentences say) {
        return new InvoiceText(printed, head, say).text();
    }

    private LinearText text() {
        var parts = new ArrayList<Part>();
        parts.add(new Part(head.utility().name(), about()));
        parts.add(new Part(say.say("how-to-pay"), payment()));
        parts.add(new Part(say.say("earlier"), earlier()));
        parts.add(new Part(say.say("use"), use()));
        parts.add(new Part(say.say("use.chart"), chart()));
        printed.leak().ifPresent(leak -> parts.add(new Part(say.say("leak"), leak(leak))));
        printed.sections().forEach(section -> parts.add(new Part(say.rubric(section.section()), lines(section))));
        parts.add(new Part(say.say("totals"), totals()));
        parts.add(new Part(say.say("to-know"), say.notes(printed, head.utility())));
        parts.add(new Part(head.utility().contact().serviceName(), contact()));
        return new LinearText(say.say("heading", say.say("kind." + kind()), invoice.number()), parts);
    }

    private List<Entry> about() {
        var entries = new ArrayList<Entry>();
        var words = head.utility().words();
        entries.add(sentence(say.ofKind(printed, "issued", w.date(invoice.issuedOn()))));
        var period = invoice.period();
        if (period != null) {
            entries.add(sentence(say.say("period", w.date(period.from()), w.date(period.lastDay()))));
        }
        invoice.corrects().ifPresent(of -> entries.addAll(corrected(of)));
        entries.add(new Entry(words.contractNumber(), invoice.contract()));
        if (printed.addressee().claimKey() != null && words.claimKey() != null) {
            entries.add(new Entry(words.claimKey(), printed.addressee().claimKey()));
        }
        if (printed.addressee().occupant() != null) {
            entries.add(new Entry(say.say("occupant"), printed.addressee().occupant()));
        }
        entries.add(new Entry(
                say.ofKind(printed, "recipient"),
                String.join(", ", printed.addressee().postalAddress())));
        if (!say.buyer(printed).isEmpty()) {
            entries.add(sentence(say.buyer(printed)));
        }
        entries.add(new Entry(
                say.say("served"), String.join(", ", printed.addressee().servedAddress())));
        entries.add(nature());
        if (printed.isCredit()) {
            entries.add(new Entry(say.terms(printed), w.money(invoice.total().negated())));
        }
        return entries;
    }

    private List<Entry> corrected(Correction of) {
        var corrects = sentence(say.say("corrects", of.number(), w.date(of.issuedOn())));
        return of.reason().isEmpty()
                ? List.of(corrects)
                : List.of(corrects, sentence(say.say("corrects.reason", of.reason())));
    }

    private Entry nature() {
        var volume = invoice.billedVolume();
        return volume == null
                ? new Entry(say.say("nature"), say.say("nature." + kind()))
                : new Entry(say.say("billed-volume"), w.volume(volume));
    }

    /** Nothing where it gives money back. */
    private List<Entry> payment() {
        var entries = new ArrayList<Entry>();
        if (!printed.isCredit()) {
            entries.add(new Entry(say.terms(printed), w.money(printed.due().amount())));
            say.waysToPay(printed, head).forEach(way -> entries.add(sentence(way)));
        }
        return entries;
    }

    private List<Entry> earlier() {
        var earlier = invoice.carriedOver();
        var entries = new ArrayList<>(List.of(sentence(say.balance(printed))));
        if (earlier.balance().isZero()) {
            return entries;
        }
        var due = printed.due();
        entries.add(new Entry(say.say("total.earlier", w.shortDate(earlier.on())), w.money(earlier.balance())));
        if (due.isWithoutHeld()) {
            entries.add(new Entry(say.say("total.held"), w.money(due.held().negated())));
        }
        entries.add(new Entry(say.ofKind(printed, "total-of-invoice"), w.money(invoice.total())));
        entries.add(new Entry(
                say.say(due.isAskedInAll() ? "total.asked" : "total.account"),
                w.money(invoice.withCarriedOver().minus(due.held()))));
        return entries;
    }

    private List<Entry> use() {
        var entries = new ArrayList<Entry>();
        invoice.meters().forEach(meter -> entries.add(sentence(say.meter(meter))));
        if (invoice.isMeterReplaced()) {
            entries.add(sentence(say.say("readings.replaced")));
        }
        if (invoice.meters().stream().anyMatch(BilledMeter::isRolledOver)) {
            entries.add(sentence(say.say("meter.rolled-over")));
        }
        Stream.of(say.estimatedBefore(invoice), say.counted(printed))
                .filter(said -> !said.isEmpty())
                .forEach(said -> entries.add(sentence(said)));
        printed.litrePrice().ifPresent(price -> entries.add(sentence(say.say("litre-price", w.litrePrice(price)))));
        return entries;
    }

    private List<Entry> chart() {
        return printed.chart().bars().stream()
                .map(UseChart.Bar::use)
                .map(use -> new Entry(
                        w.capitalised(w.period(use.days())),
                        PaperSentences.joined(
                                w.volume(use.used()), say.say("use.a-day", w.number(use.litresPerDay())))))
                .toList();
    }

    private List<Entry> leak(ToldLeak leak) {
        return List.of(
                sentence(say.say(leak.what(), w.volume(leak.used()), w.volume(leak.mean()))),
                sentence(say.say(
                        "leak.do",
                        w.date(leak.answerBy()),
                        head.utility().contact().mainPhone().number().value(),
                        head.origin())));
    }

    private List<Entry> lines(PrintedSection section) {
        var entries = new ArrayList<Entry>();
        section.groups().forEach(group -> {
            if (!group.name().isEmpty()) {
                entries.add(new Entry(say.say("group.net", say.say("group." + group.name())), w.money(group.net())));
            }
            group.lines().forEach(line -> entries.add(line(line)));
        });
        entries.add(new Entry(say.say("total.net"), w.money(section.net())));
        return entries;
    }

    private Entry line(PrintedLine printedLine) {
        var line = printedLine.line();
        var price = line.priced() == 1
                ? w.price(line.price())
                : say.say("price.of", w.price(line.price()), String.valueOf(line.priced()));
        var days = printedLine.days();
        return new Entry(
                PaperSentences.joined(line.label(), say.share(printedLine), days == null ? "" : w.period(days)),
                PaperSentences.joined(
                        say.say("line", w.quantity(line.quantity()), price, w.money(line.net()), w.percent(line.vat())),
                        say.takenBack(line)));
    }

    private List<Entry> totals() {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(say.say("total.net"), w.money(invoice.net())));
        invoice.vatByRate()
                .forEach(vat -> entries.add(new Entry(
                        say.say("total.vat") + " " + w.percent(vat.rate()),
                        say.say("vat.at", w.money(vat.amount()), w.money(vat.net())))));
        entries.add(new Entry(say.say("total.vat"), w.money(invoice.vat())));
        entries.add(new Entry(say.say("total.gross"), w.money(invoice.total())));
        return entries;
    }

    private List<Entry> contact() {
        var contact = head.utility().contact();
        var entries = new ArrayList<Entry>();
        entries.add(sentence(String.join(", ", contact.postalAddress())));
        contact.phones().forEach(phone -> entries.add(new Entry(phone.label(), number(phone))));
        var emergency = contact.emergency();
        if (emergency != null) {
            entries.add(new Entry(emergency.label(), number(emergency)));
        }
        contact.openingHours().forEach(hours -> entries.add(sentence(hours)));
        entries.add(sentence(contact.email()));
        entries.add(sentence(say.website(head.utility())));
        entries.add(sentence(legal(head.utility().legal())));
        return entries;
    }

    private static String number(Contact.Phone phone) {
        var number = phone.number().value();
        return phone.note() == null ? number : number + " (" + phone.note() + ")";
    }

    private String legal(LegalIdentity legal) {
        return PaperSentences.joined(
                legal.legalName(),
                say.say("siren", legal.siren().display()),
                legal.vatNumber() == null ? "" : say.say("vat-number", legal.vatNumber()),
                legal.registration() == null ? "" : legal.registration());
    }

    private String kind() {
        return invoice.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Entry sentence(String sentence) {
        return new Entry("", sentence);
    }
}
