package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.NumberFormat;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The forms of one kind of number as they are being edited, and a number that is tried on them. */
final class NumberCard extends Card {

    /** How the numbers of new invoices are made, which must have the form in use. */
    private static final String SERIES = "invoice-series";

    private final SectionPage page;
    private final String kind;
    private final transient Function<TenantConfig, NumberFormat> formats;
    private final transient List<NumberFields> forms = new ArrayList<>();
    private final TextField series = TextField.text("invoice-series", say("staff.numbers.series"))
            .autocomplete("off")
            .help(say("staff.numbers.series.help", "{yyyy}", "{yy}", "{MM}"));
    private final Form form = new Form();
    private final Paragraph answer = new Paragraph();
    private transient @Nullable NumberFormat draft;

    NumberCard(SectionPage page, String kind, Function<TenantConfig, NumberFormat> formats) {
        super(say("staff.numbers." + kind));
        this.page = page;
        this.kind = kind;
        this.formats = formats;
        answer.getElement().setAttribute("role", "status");
    }

    /** Shows the forms in force, and room for one more. */
    NumberCard of(TenantConfig now) {
        var inForce = formats.apply(now);
        draft = inForce;
        inForce.forms().forEach(known -> room().holding(known));
        room();
        if (isOfInvoices()) {
            form.add(series.initially(new ConfigurationEdit(page.yaml()).text(SERIES)));
        }
        form.add(Button.submit(say("staff.configuration.compare")));
        form.onChange(this::read);
        form.onSubmit(() -> page.compare(form, yaml(), fields()));
        add(form, tried());
        return this;
    }

    private NumberFields room() {
        var room = NumberFields.at(kind, forms.size() + 1);
        forms.add(room);
        form.add(room.group());
        return room;
    }

    private void read() {
        answer.setText("");
        var read = page.draft(form, yaml(), fields());
        draft = read == null ? null : formats.apply(read);
    }

    private Form tried() {
        var number = TextField.text("try-" + kind, say("staff.numbers.try." + kind))
                .autocomplete("off")
                .required();
        var send = Button.submit(say("staff.numbers.try.send")).subdued();
        var trial = new Form(number, send, answer);
        trial.addClassName("apart");
        // what is tried is no part of what is compared
        trial.getElement().addEventListener("change", typed -> {}).stopPropagation();
        return trial.onSubmit(() -> answer.setText(judged(number.value())));
    }

    private String judged(String typed) {
        var format = draft;
        if (format == null) {
            return say("staff.numbers.try.first");
        }
        return format.refusal(typed)
                .map(why -> say("staff.numbers.refused", why.reason(getLocale())))
                .orElseGet(() -> understood(format, typed));
    }

    private static String understood(NumberFormat format, String typed) {
        var number = format.normalise(typed).orElseThrow();
        return say("staff.numbers.known", number, format.display(number));
    }

    private String yaml() {
        var written = filled().stream().map(NumberFields::written).toList();
        var edit = new ConfigurationEdit(page.yaml()).with(path(), written);
        if (isOfInvoices()) {
            var typed = series.value().strip();
            edit = typed.isEmpty() ? edit.without(SERIES) : edit.with(SERIES, typed);
        }
        return edit.yaml();
    }

    private boolean isOfInvoices() {
        return kind.equals("invoice");
    }

    /** The first pattern stands for the whole. */
    private Map<String, Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        var filled = filled();
        for (var at = 0; at < filled.size(); at++) {
            var item = path() + "[" + (at + 1) + "]";
            fields.put(item + ".example", filled.get(at).example());
            fields.put(item, filled.get(at).pattern());
        }
        fields.put(path(), forms.getFirst().pattern());
        if (isOfInvoices()) {
            fields.put(SERIES, series);
        }
        return fields;
    }

    private List<NumberFields> filled() {
        return forms.stream().filter(NumberFields::isFilled).toList();
    }

    private String path() {
        return kind + "-numbers.forms";
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
