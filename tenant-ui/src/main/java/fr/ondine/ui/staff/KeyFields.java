package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ClaimKeyFormat;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.configuration.ChoiceWords;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the claim key of invoices is called and made of, as it is being edited. */
record KeyFields(TextField name, TextField alphabet, Choice<Integer> length, FieldGroup group) {

    static KeyFields of(TenantConfig now) {
        var format = Objects.requireNonNullElseGet(now.claims().claimKey(), ClaimKeyFormat::legible);
        var name = TextField.text("key-name", say("staff.claims.key.name"))
                .initially(Objects.requireNonNullElseGet(now.words().claimKey(), KeyFields::called));
        var alphabet = TextField.text("key-alphabet", say("staff.claims.key.alphabet"))
                .attribute("autocapitalize", "characters")
                .attribute("spellcheck", "false")
                .autocomplete("off")
                .initially(format.alphabet());
        var length = new Choice<>(
                        "key-length",
                        say("staff.claims.key.length"),
                        IntStream.rangeClosed(ClaimKeyFormat.SHORTEST, ClaimKeyFormat.LONGEST)
                                .boxed()
                                .toList(),
                        String::valueOf)
                .initially(format.length());
        var warning = new Paragraph(say("staff.claims.key.printed"));
        var group = new FieldGroup(called(), warning, name, alphabet, length);
        return new KeyFields(name, alphabet, length, group);
    }

    ClaimDraft.Key written() {
        return new ClaimDraft.Key(
                name.value().strip(), alphabet.value().strip().toUpperCase(Locale.ROOT), length.value());
    }

    /** A key that is too weak is refused beside its length, which is what can still grow. */
    Map<String, Field> at() {
        var fields = new LinkedHashMap<String, Field>();
        fields.put("words.claim-key", name);
        fields.put("claims.claim-key.alphabet", alphabet);
        fields.put("claims.claim-key", length);
        return fields;
    }

    private static String called() {
        return ChoiceWords.of("claims.proofs", Proof.CLAIM_KEY);
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
