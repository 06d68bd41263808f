package fr.ondine.platform.billing;

import fr.ondine.platform.customers.BuyerIdentity;
import fr.ondine.platform.customers.BuyerKind;
import fr.ondine.platform.facturx.Operation;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.VatDue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an invoice says to who buys for a trade or for the public, and to no household. */
record BuyerSentences(PaperSentences say) {

    /** What late payment costs and what early payment spares, by the subjects of UNTDID 4451. */
    static final List<String> SUBJECTS = List.of("PMD", "PMT", "AAB");

    /** What the buyer is known by, as one sentence. */
    Optional<String> numbers(BuyerIdentity buyer) {
        if (buyer.isUnnumbered()) {
            return Optional.empty();
        }
        return Optional.of(say.say(
                "buyer",
                PaperSentences.joined(
                        number("siren", grouped(buyer.organisation())),
                        number("buyer.siret", grouped(buyer.siret())),
                        number("vat-number", buyer.vatNumber()),
                        number("buyer.service", buyer.service()),
                        number("buyer.commitment", buyer.commitment()))));
    }

    private String number(String key, String number) {
        return number.isEmpty() ? "" : say.say(key, number);
    }

    /** As people read them out: 217 500 016 00019. */
    private static String grouped(String digits) {
        return digits.replaceAll("(?<=^(?:\\d{3}|\\d{6}|\\d{9}))(?=\\d)", " ");
    }

    /** On paper, where something is owed: by the code of commerce (L441-9) or that of public procurement (L2192-13). */
    List<String> late(PrintedInvoice printed) {
        return isTold(printed)
                ? List.of(String.join(
                        " ",
                        SUBJECTS.stream().map(subject -> note(printed, subject)).toList()))
                : List.of();
    }

    /** What the tax wants said of what is sold (CGI annex II, art. 242 nonies A). */
    List<String> tax(PrintedInvoice printed, TenantConfig utility) {
        if (printed.addressee().buyer().isConsumer()) {
            return List.of();
        }
        var operation = Operations.of(printed.invoice()).map(is -> say.say("operation." + is.name()));
        return isOnDebits(printed.invoice(), utility)
                ? List.of(operation.orElseThrow() + " " + say.say("debits"))
                : operation.stream().toList();
    }

    /** Whether the utility chose to owe the VAT of its services when they are billed; of goods there is no choice. */
    static boolean isOnDebits(ExplainedInvoice invoice, TenantConfig utility) {
        return utility.legal().vatDue() == VatDue.ON_DEBITS
                && Operations.of(invoice)
                        .filter(operation -> operation != Operation.GOODS)
                        .isPresent();
    }

    /** How it is paid, and what it costs to pay late. */
    String terms(PrintedInvoice printed) {
        return Stream.concat(Stream.of(say.terms(printed)), late(printed).stream())
                .reduce((terms, late) -> terms + ". " + late)
                .orElseThrow();
    }

    /** Software asks for each of them of all invoices. */
    String note(PrintedInvoice printed, String subject) {
        var kind = isTold(printed) ? printed.addressee().buyer().kind() : BuyerKind.CONSUMER;
        return say.say("note." + subject + "." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isTold(PrintedInvoice printed) {
        return !printed.isCreditNote()
                && !printed.isCredit()
                && !printed.addressee().buyer().isConsumer();
    }
}
