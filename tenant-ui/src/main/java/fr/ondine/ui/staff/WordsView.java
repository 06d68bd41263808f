package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The utility's own terms, and what the portal says to a subscriber where the question arises. */
@Route(value = Sections.HOME + "/mots", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class WordsView extends SectionPage {

    /** Only where subscribers have one; empty, it is left out. */
    private static final String CLAIM_KEY = "words.claim-key";

    /** On invoices; empty, it is left out. */
    private static final List<String> INVOICE_TEXTS =
            List.of("subscriber-texts.how-to-pay", "subscriber-texts.on-invoices");

    private static final List<String> TERMS = List.of(
            "words.portal",
            "words.purpose-title",
            "words.contact-title",
            "words.sign-up",
            "words.activate",
            "words.claim",
            "words.claim-another",
            "words.claim-submit",
            "words.contract-number",
            CLAIM_KEY);

    private static final List<String> TEXTS = List.of(
            "public-texts.sign-up",
            "public-texts.contact",
            "subscriber-texts.no-contract-yet",
            "subscriber-texts.claim",
            "subscriber-texts.claim-scope",
            "subscriber-texts.no-invoice-yet",
            "subscriber-texts.invoices",
            "subscriber-texts.consumption",
            "subscriber-texts.reading",
            "subscriber-texts.delete-account",
            INVOICE_TEXTS.getFirst(),
            INVOICE_TEXTS.getLast());

    WordsView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.mots", configuration, signedIn);
    }

    // one form: a change of the terms must not lose what was typed in the texts
    @Override
    Component content(TenantConfig now, String yaml) {
        var edit = new ConfigurationEdit(yaml);
        var terms = filled(TERMS, TextField::text, edit);
        var texts = filled(TEXTS, TextField::paragraphs, edit);
        var fields = new LinkedHashMap<>(terms);
        fields.putAll(texts);
        var both = new Div(group("staff.words.terms", terms), group("staff.words.texts", texts));
        both.addClassNames("grid", "even");
        var form = new Form(both, Button.submit(say("staff.configuration.compare")));
        return new Card(form.onSubmit(() -> compare(form, written(fields), fields)));
    }

    private FieldGroup group(String words, Map<String, TextField> fields) {
        return new FieldGroup(say(words), fields.values().toArray(Component[]::new));
    }

    private Map<String, TextField> filled(
            List<String> paths, BiFunction<String, String, TextField> maker, ConfigurationEdit edit) {
        var fields = new LinkedHashMap<String, TextField>();
        paths.forEach(path -> fields.put(path, filled(maker.apply(id(path), say("staff." + path)), path, edit)));
        return fields;
    }

    private static TextField filled(TextField field, String path, ConfigurationEdit edit) {
        var filled = field.initially(edit.text(path));
        return path.equals(CLAIM_KEY) || INVOICE_TEXTS.contains(path) ? filled : filled.required();
    }

    private String written(Map<String, TextField> fields) {
        var edit = new ConfigurationEdit(yaml());
        fields.forEach((path, field) -> {
            var text = Lines.text(field);
            if (text.isEmpty()) {
                edit.without(path);
            } else {
                edit.with(path, text);
            }
        });
        return edit.yaml();
    }

    private static String id(String path) {
        return path.replace('.', '-');
    }
}
