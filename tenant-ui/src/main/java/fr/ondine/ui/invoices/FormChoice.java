package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks in which form invoices are sent, and says what was kept. */
public final class FormChoice extends Form {

    private final Div told = new Div();
    private final transient Consumer<InvoiceForm> keep;
    private final Choice<InvoiceForm> form;

    /** Braille is offered where it can be written, no paper where mails tell of invoices; or what was chosen before. */
    public FormChoice(
            InvoiceForm now, boolean isElectronicOffered, boolean isBrailleWritten, Consumer<InvoiceForm> keep) {
        this.keep = keep;
        this.form = new Choice<>(
                        "forme",
                        say("invoices.form"),
                        offered(now, isElectronicOffered, isBrailleWritten),
                        FormChoice::words)
                .initially(now);
        if (isElectronicOffered) {
            add(new Paragraph(say("invoices.form.electronic.what")));
        }
        add(form);
        if (!isBrailleWritten) {
            add(new Paragraph(say("documents.braille-missing")));
        }
        add(told, Button.submit(say("invoices.form.save")).wide());
        onSubmit(this::save);
    }

    private static List<InvoiceForm> offered(InvoiceForm now, boolean isElectronicOffered, boolean isBrailleWritten) {
        return Stream.of(InvoiceForm.values())
                .filter(one -> one == now || isElectronicOffered || one != InvoiceForm.ELECTRONIC)
                .filter(one -> one == now || isBrailleWritten || !one.isBraille())
                .toList();
    }

    private void save() {
        keep.accept(form.value());
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, say("invoices.form.done", words(form.value())))
                .announced());
    }

    /** "Sur papier, en gros caractères". */
    public static String words(InvoiceForm form) {
        return say("invoices.form." + form.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
