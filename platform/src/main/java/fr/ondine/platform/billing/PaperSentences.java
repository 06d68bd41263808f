package fr.ondine.platform.billing;

import fr.ondine.platform.customers.MandateSummary;
import fr.ondine.platform.documents.LinearText.Entry;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.tenantconfig.Payments;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an invoice says in words where there is no paper around them, in one of the utility's languages. */
record PaperSentences(PdfRenderer texts, Writing w) {

    /** In groups of four, as it is typed. */
    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: [0-9A-Z]{4}){2,7}(?: [0-9A-Z]{1,3})?\\b");

    /** Where an address, by e-mail or of a page, begins, and where it ends. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<= )(?=[^\\s@]+@[^\\s@]|https?://)|(?<=(?:@|https?://)[^\\s@,;]{1,100})(?=[,; ]|\\.(?: |$))");

    /** In letters of 18 points, or in half a page. */
    private static final int FITS_ON_A_LINE = 45;

    String rubric(InvoiceSection section) {
        return say("section." + section.name());
    }

    BuyerSentences buyers() {
        return new BuyerSentences(this);
    }

    /** What the buyer is known by; empty for a household. */
    public String buyer(PrintedInvoice printed) {
        return buyers().numbers(printed.addressee().buyer()).orElse("");
    }

    /** What was owed before, which is no part of the invoice. */
    Optional<String> earlier(PrintedInvoice printed) {
        var earlier = printed.invoice().carriedOver();
        return earlier.balance().isZero()
                ? Optional.empty()
                : Optional.of(say("total.earlier", w.shortDate(earlier.on())) + " : " + w.money(earlier.balance())
                        + held(printed).map(held -> " (" + held + ")").orElse(""));
    }

    /** What of it an answer is awaited about, which is not asked for meanwhile. */
    private Optional<String> held(PrintedInvoice printed) {
        var due = printed.due();
        return due.isWithoutHeld() ? Optional.of(say("earlier.held", w.money(due.held()))) : Optional.empty();
    }

    /** The same as a sentence, with whether what is asked for has it in it. */
    public String balance(PrintedInvoice printed) {
        var balance = printed.invoice().carriedOver().balance();
        var on = w.date(printed.invoice().carriedOver().on());
        return Stream.of(
                        before(printed, balance, on),
                        printed.givenBack().map(how -> say("back." + how)).orElse(""))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String before(PrintedInvoice printed, Money balance, String on) {
        if (balance.isPositive()) {
            var held = w.money(printed.due().held());
            return say("earlier." + owedWith(printed), w.money(balance), on, held);
        }
        return balance.isZero() ? say("earlier.none", on) : say("earlier.credit", w.money(balance.negated()), on);
    }

    private static String owedWith(PrintedInvoice printed) {
        if (printed.isCredit()) {
            return "less";
        }
        if (printed.due().isWithoutHeld()) {
            return printed.due().isWithEarlier() ? "with-held" : "held-alone";
        }
        if (printed.due().isWithEarlier()) {
            return "with";
        }
        if (printed.due().isBesidePlan()) {
            return "plan";
        }
        return printed.due().isNothing() ? "carried" : "due";
    }

    /** What a credit note says in words of its own. */
    String ofKind(PrintedInvoice printed, String key, Object... arguments) {
        return say(printed.isCreditNote() ? key + ".credit" : key, arguments);
    }

    String terms(PrintedInvoice printed) {
        return printed.isCredit()
                ? say("credit")
                : say(
                        "settled." + printed.due().words(),
                        w.date(printed.invoice().dueOn()));
    }

    /** Never empty: the law wants a reason wherever there is no VAT. */
    public String exemption(ExplainedInvoice invoice) {
        return invoice.exemption().orElseGet(() -> say("exempt"));
    }

    public boolean isExempt(ExplainedInvoice invoice) {
        return invoice.lines().stream().anyMatch(line -> line.vat().percent().signum() == 0);
    }

    /** A meter with its two registers, as one sentence. */
    String meter(BilledMeter meter) {
        return say(
                meter.isEstimated() ? "readings.estimated" : "readings",
                meter.serial(),
                w.volume(meter.before()),
                w.date(meter.from()),
                w.volume(meter.after()),
                w.date(meter.until()),
                w.volume(meter.used()));
    }

    /** What estimates had asked for of it, and what is left; empty where none had. */
    public String estimatedBefore(ExplainedInvoice invoice) {
        var volume = invoice.volume();
        var before = invoice.estimatedBefore();
        if (volume == null || before.litres() == 0) {
            return "";
        }
        var left = volume.minus(before);
        return left.litres() < 0
                ? say("use.estimated-above", w.volume(volume), w.volume(before), w.volume(before.minus(volume)))
                : say("use.estimated-before", w.volume(volume), w.volume(before), w.volume(left));
    }

    /** From reading to reading; empty where each line says its days. */
    public String counted(PrintedInvoice printed) {
        return printed.countedDays()
                .map(days -> say("use.counted", w.period(days)))
                .orElse("");
    }

    /** For whom a line is collected, unless its label says so. */
    public String share(PrintedLine printed) {
        return printed.share()
                .map(share -> say("share." + share.name()))
                .filter(share -> !printed.line().label().toLowerCase(w.locale()).contains(share))
                .orElse("");
    }

    /** Which estimated invoice asked for it before; empty where none did. */
    public String takenBack(BilledLine line) {
        if (!line.isTakenBack()) {
            return "";
        }
        var estimate = line.estimate();
        return estimate == null ? say("line.taken-back") : say("line.already-billed", estimate);
    }

    /** As people type it. */
    public String website(TenantConfig utility) {
        return utility.contact().website().toString().replaceAll("^https?://|/$", "");
    }

    /** How it is paid, each way as a sentence. */
    public List<String> waysToPay(PrintedInvoice printed, InvoicePrinter.Letterhead head) {
        var due = printed.due();
        var mandate = printed.addressee().mandate();
        var account = mandate == null ? "" : Writing.unbroken(mandate.maskedIban());
        if (due.isNothing()) {
            return List.of(say("pay." + due.words()));
        }
        var known = account.isEmpty() ? ".account-unknown" : "";
        return switch (printed.addressee().paymentMethod()) {
            case DIRECT_DEBIT ->
                List.of(say(
                                "pay.direct-debit" + known,
                                w.money(due.amount()),
                                Writing.unbroken(w.date(printed.invoice().dueOn())),
                                account)
                        + (mandate == null ? "" : " " + debited(mandate)));
            case INSTALMENTS -> List.of(say("pay.instalments" + known, account));
            case ON_INVOICE -> ownWays(printed, head);
        };
    }

    /** By which mandate, and by whom, as who is debited is told before. */
    private String debited(MandateSummary mandate) {
        var reference = Writing.unbroken(mandate.reference());
        return mandate.creditor() == null
                ? say("pay.mandate", reference)
                : say("pay.mandate.by", reference, Writing.unbroken(mandate.creditor()));
    }

    private List<String> ownWays(PrintedInvoice printed, InvoicePrinter.Letterhead head) {
        var utility = head.utility();
        var phone = utility.contact().mainPhone().number().value();
        var others = utility.subscriberTexts().waysToPay().stream()
                .map(PaperSentences::withWholeIbans)
                .toList();
        var ways = new ArrayList<String>();
        if (utility.payments().provider() != Payments.Provider.NONE) {
            ways.add(say("pay.card", head.origin()));
        }
        var transferTo = utility.payments().transferTo();
        if (transferTo != null) {
            ways.add(say(
                    "pay.transfer",
                    Writing.unbroken(transferTo.display()),
                    printed.invoice().number()));
        }
        ways.addAll(others);
        ways.add(others.isEmpty() ? say("pay.other", phone, utility.contact().email()) : say("difficulty", phone));
        return ways;
    }

    /** A sentence with its addresses apart, which are broken at their dots otherwise. */
    public static List<String> parts(String sentence) {
        return ADDRESS.splitAsStream(sentence).toList();
    }

    /** Whether such a part is an address that is to stay on one line. */
    public static boolean isWhole(String part) {
        return part.contains("@") || part.contains("://") && part.length() <= FITS_ON_A_LINE;
    }

    private static String withWholeIbans(String way) {
        return IBAN.matcher(way).replaceAll(account -> Writing.unbroken(account.group()));
    }

    /** What the law and the utility want said besides. */
    public List<Entry> notes(PrintedInvoice printed, TenantConfig utility) {
        var notes = new ArrayList<String>();
        if (printed.invoice().kind() == InvoiceKind.ESTIMATED) {
            notes.add(say("estimated"));
        }
        if (isExempt(printed.invoice())) {
            notes.add(say("exempt.mention", exemption(printed.invoice()).replaceFirst("\\.$", "")));
        }
        printed.newPrices().forEach(prices -> notes.add(say("new-prices", w.date(prices.from()), prices.resolution())));
        if (printed.isSplitByDays()) {
            notes.add(say("split"));
        }
        notes.addAll(buyers().tax(printed, utility));
        notes.addAll(buyers().late(printed));
        notes.addAll(utility.subscriberTexts().invoiceNotes());
        notes.add(say("contest" + (printed.isCreditNote() ? ".credit" : "") + (isPublic(utility) ? "" : ".company")));
        return notes.stream().map(note -> new Entry("", note)).toList();
    }

    /** Whose bills are titles that are contested within two months (CGCT, art. L1617-5): public bodies, by their SIREN. */
    private static boolean isPublic(TenantConfig utility) {
        var siren = utility.legal().siren().value();
        return siren.startsWith("1") || siren.startsWith("2");
    }

    /** The words that are there, one after another. */
    static String joined(String... words) {
        return Stream.of(words)
                .filter(Objects::nonNull)
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    String say(String key, Object... arguments) {
        return texts.sentence(key, w.locale(), arguments);
    }
}
