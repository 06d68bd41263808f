package fr.ondine.ui.invoices;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.util.Locale;

/** How an invoice is spoken of: its state in a pill, its nature and its period in a few words. */
public final class InvoiceWords {

    private InvoiceWords() {}

    /** "À payer d'ici au 15 janv. 2026", "Payée le 8 janv. 2025". */
    public static Pill state(InvoiceSummary invoice) {
        return new Pill(tone(invoice.state()), sentence(invoice));
    }

    /** "Du 1er janvier au 31 décembre 2025", "Acompte, du 1er janvier au 30 juin 2025". */
    public static String subject(InvoiceSummary invoice) {
        var kind = invoice.kind() == InvoiceKind.ACTUAL ? "" : say("invoices.kind." + lower(invoice.kind()));
        var period = invoice.period() == null ? "" : Written.period(invoice.period());
        if (kind.isEmpty()) {
            return period.isEmpty()
                    ? say("invoices.kind.actual")
                    : Written.here().capitalised(period);
        }
        return period.isEmpty() ? kind : kind + ", " + period;
    }

    /** What becomes of what the utility owes; a contract that has ended has no next invoice. */
    public static String credit(AgreementSummary contract) {
        return say(contract.ended() ? "invoices.credit.what.ended" : "invoices.credit.what");
    }

    /** What becomes of what is too little to be asked for; a contract that has ended has no next invoice. */
    public static String carried(InvoiceAccount account, AgreementSummary contract) {
        return say(
                contract.ended() ? "invoices.carried.what.ended" : "invoices.carried.what",
                InvoiceAccount.left(account.carried()));
    }

    /** The end of a key: "by-instalments". */
    public static String key(ReceivableState state) {
        return lower(state);
    }

    private static String sentence(InvoiceSummary invoice) {
        return switch (invoice.state()) {
            case DUE -> say("invoices.state.due", Written.shortDate(invoice.dueOn()));
            case OVERDUE -> say("invoices.state.overdue", Written.shortDate(invoice.dueOn()));
            case DEBITED -> say("invoices.state.debited", Written.shortDate(invoice.dueOn()));
            case BY_INSTALMENTS -> say("invoices.state.by-instalments");
            case CARRIED -> say("invoices.state.carried");
            case PAYMENT_IN_PROGRESS -> say("invoices.state.in-progress");
            case CREDIT ->
                say(
                        invoice.total().isPositive() ? "invoices.state.overpaid" : "invoices.state.credit",
                        invoice.left().negated());
            case PAID -> paid(invoice);
        };
    }

    private static String paid(InvoiceSummary invoice) {
        if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
            return say("invoices.state.deducted");
        }
        return invoice.settledOn() == null
                ? say("invoices.state.paid")
                : say("invoices.state.paid-on", Written.shortDate(invoice.settledOn()));
    }

    public static Tone tone(ReceivableState state) {
        return switch (state) {
            case DUE -> Tone.WARN;
            case OVERDUE -> Tone.BAD;
            case PAYMENT_IN_PROGRESS, DEBITED, BY_INSTALMENTS, CARRIED -> Tone.INFO;
            case CREDIT, PAID -> Tone.GOOD;
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
