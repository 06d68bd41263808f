package fr.ondine.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.network.Address;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.Locale;

/** How invoices and accounts are spoken of to staff. */
final class DeskWords {

    private DeskWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    static String of(String what, Enum<?> one, Object... arguments) {
        return say("desk." + what + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments);
    }

    /** "À payer au 15 janv. 2026"; "Annulée par avoir" where nothing of it stands. */
    static Pill state(InvoiceSummary invoice, boolean isCredited) {
        if (isCredited) {
            return new Pill(Tone.INFO, say("desk.state.credited"));
        }
        var day = Written.shortDate(invoice.dueOn());
        return switch (invoice.state()) {
            case DUE -> new Pill(Tone.WARN, say("desk.state.due", day));
            case OVERDUE -> new Pill(Tone.BAD, say("desk.state.overdue", day));
            case DEBITED -> new Pill(Tone.INFO, say("desk.state.debited", day));
            case BY_INSTALMENTS, PAYMENT_IN_PROGRESS, CARRIED -> new Pill(Tone.INFO, of("state", invoice.state()));
            case CREDIT -> new Pill(Tone.GOOD, of("state", invoice.state()));
            case PAID ->
                new Pill(
                        Tone.GOOD,
                        say(invoice.kind() == InvoiceKind.CREDIT_NOTE ? "desk.state.deducted" : "desk.state.paid"));
        };
    }

    /** "Sur relevé, du 1er janvier au 30 juin 2026". */
    static String subject(InvoiceSummary invoice) {
        var kind = of("kind", invoice.kind());
        return invoice.period() == null ? kind : kind + ", " + Written.period(invoice.period());
    }

    static String address(Address address) {
        return address.street() + ", " + address.locality();
    }

    /** "16 nov. 2026", on one line. */
    static Span day(LocalDate day) {
        var span = new Span(Written.shortDate(day));
        span.addClassName("number");
        return span;
    }

    static Anchor contract(AgreementCard agreement) {
        return new Anchor(Addresses.account(agreement.id()), agreement.number());
    }

    /** One under the other in a cell of a table, the others small. */
    static Div lines(Component first, String... others) {
        var lines = new Div(new Div(first));
        for (var other : others) {
            var line = new Div(new Span(other));
            line.addClassNames("small", "soft");
            lines.add(line);
        }
        return lines;
    }
}
