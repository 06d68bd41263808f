package fr.ondine.platform.billing;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.documents.LinearText;
import fr.ondine.platform.documents.LinearText.Entry;
import fr.ondine.platform.documents.LinearText.Part;
import fr.ondine.platform.kernel.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        printed.leak().ifPresent(leak -> parts.add(new Part(say.say("leak"), leak(leak))));
        printed.sections().forEach(section -> parts.add(new Part(say.rubric(section.section()), lines(section))));
        parts.add(new Part(say.say("totals"), totals()));
        parts.add(new Part(say.say("to-know"), say.notes(printed, head.utility())));
        parts.add(new Part(head.utility().contact().serviceName(), contact()));
        return new LinearText(
                say.say("heading", say.say("kind." + invoice.kind().name().toLowerCase(Locale.ROOT)), invoice.number()),
                parts);
    }

    private List<Entry> about() {
        var entries = new ArrayList<Entry>();
        var words = head.utility().words();
        entries.add(sentence(say.say(printed.isCreditNote() ? "issued.credit" : "issued", w.date(invoice.issuedOn()))));
        entries.add(new Entry(words.contractNumber(), invoice.contract()));
        if (printed.addressee().claimKey() != null && words.claimKey() != null) {
            entries.add(new Entry(words.claimKey(), printed.addressee().claimKey()));
        }
        entries.add(new Entry(
                say.say("recipient"), String.join(", ", printed.addressee().postalAddress())));
        entries.add(new Entry(
                say.say("served"), String.join(", ", printed.addressee().servedAddress())));
        invoice.corrects()
                .ifPresent(of -> entries.add(sentence(say.say("corrects", of.number(), w.date(of.issuedOn())))));
        return entries;
    }

    private List<Entry> payment() {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(
                say.terms(printed),
                w.money(
                        printed.isCredit()
                                ? invoice.total().negated()
                                : printed.due().amount())));
        if (!printed.isCredit()) {
            say.waysToPay(printed, head).forEach(way -> entries.add(sentence(way)));
        }
        return entries;
    }

    private List<Entry> earlier() {
        var earlier = invoice.carriedOver();
        return earlier.balance().isZero()
                ? List.of(sentence(say.say("earlier.none", w.date(earlier.on()))))
                : List.of(
                        new Entry(say.say("total.earlier", w.shortDate(earlier.on())), w.money(earlier.balance())),
                        new Entry(say.say("total-of-invoice"), w.money(invoice.total())),
                        new Entry(say.say("total.account"), w.money(invoice.withCarriedOver())));
    }

    private List<Entry> use() {
        var entries = new ArrayList<Entry>();
        var period = invoice.period();
        if (period != null) {
            entries.add(sentence(w.capitalised(w.period(period))));
        }
        invoice.meters().forEach(meter -> entries.add(sentence(say.meter(meter))));
        printed.litrePrice().ifPresent(price -> entries.add(sentence(say.say("litre-price", w.litrePrice(price)))));
        printed.chart()
                .bars()
                .forEach(bar -> entries.add(new Entry(
                        w.capitalised(w.period(bar.use().days())),
                        w.volume(bar.use().used()))));
        return entries;
    }

    private List<Entry> leak(ToldLeak leak) {
        return List.of(
                sentence(say.say("leak.what", w.volume(leak.used()), w.volume(leak.mean()))),
                sentence(say.say(
                        "leak.do",
                        w.date(leak.answerBy()),
                        head.utility().contact().mainPhone().number().value(),
                        head.origin())));
    }

    private List<Entry> lines(PrintedSection section) {
        var entries = new ArrayList<Entry>();
        section.groups().forEach(group -> group.lines().forEach(line -> entries.add(line(line))));
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
                say.say("line", w.quantity(line.quantity()), price, w.money(line.net()), w.percent(line.vat())));
    }

    private List<Entry> totals() {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(say.say("total.net"), w.money(invoice.net())));
        invoice.vatByRate()
                .forEach(vat -> entries.add(
                        new Entry(say.say("total.vat") + " " + w.percent(vat.rate()), w.money(vat.amount()))));
        entries.add(new Entry(say.say("total.gross"), w.money(invoice.total())));
        return entries;
    }

    private List<Entry> contact() {
        var contact = head.utility().contact();
        var entries = new ArrayList<Entry>();
        entries.add(sentence(String.join(", ", contact.postalAddress())));
        contact.phones()
                .forEach(phone ->
                        entries.add(new Entry(phone.label(), phone.number().value())));
        var emergency = contact.emergency();
        if (emergency != null) {
            entries.add(new Entry(emergency.label(), emergency.number().value()));
        }
        contact.openingHours().forEach(hours -> entries.add(sentence(hours)));
        entries.add(sentence(contact.email()));
        return entries;
    }

    private static Entry sentence(String sentence) {
        return new Entry("", sentence);
    }
}
