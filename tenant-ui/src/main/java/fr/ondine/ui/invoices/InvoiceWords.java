package fr.ondine.ui.invoices;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceState;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.util.Locale;

/** How an invoice is spoken of: its state in a pill, its nature and its period in a few words. */
final class InvoiceWords {

    private InvoiceWords() {}

    /** "À payer d'ici au 15 janv. 2026", "Payée le 8 janv. 2025". */
    static Pill state(InvoiceSummary invoice) {
        return new Pill(tone(invoice.state()), sentence(invoice));
    }

    /** "Prélèvement le 15 janv. 2026": nothing to do. */
    static Pill debited(InvoiceSummary invoice) {
        return new Pill(Tone.INFO, say("invoices.state.debited", Written.shortDate(invoice.dueOn())));
    }

    /** "Du 1er janvier au 31 décembre 2025", "Acompte, du 1er janvier au 30 juin 2025". */
    static String subject(InvoiceSummary invoice) {
        var kind = invoice.kind() == InvoiceKind.ACTUAL ? "" : say("invoices.kind." + lower(invoice.kind()));
        var period = invoice.period() == null ? "" : Written.period(invoice.period());
        if (kind.isEmpty()) {
            return period.isEmpty()
                    ? say("invoices.kind.actual")
                    : Written.here().capitalised(period);
        }
        return period.isEmpty() ? kind : kind + ", " + period;
    }

    private static String sentence(InvoiceSummary invoice) {
        return switch (invoice.state()) {
            case DUE -> say("invoices.state.due", Written.shortDate(invoice.dueOn()));
            case OVERDUE -> say("invoices.state.overdue", Written.shortDate(invoice.dueOn()));
            case PAYMENT_IN_PROGRESS -> say("invoices.state.in-progress");
            case CREDIT -> say("invoices.state.credit");
            case PAID ->
                invoice.settledOn() == null
                        ? say("invoices.state.paid")
                        : say("invoices.state.paid-on", Written.shortDate(invoice.settledOn()));
        };
    }

    private static Tone tone(InvoiceState state) {
        return switch (state) {
            case DUE -> Tone.WARN;
            case OVERDUE -> Tone.BAD;
            case PAYMENT_IN_PROGRESS -> Tone.INFO;
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
