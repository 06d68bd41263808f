package fr.ondine.ui.claims;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.ImpossibleProof;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the person gives beside the contract number: one kind of proof, or a choice of several and the one chosen. */
class ProofField extends Div {

    private final TenantConfig utility;
    private final Div place = new Div();
    private Proof proof;
    private TextField field;

    ProofField(TenantConfig utility, List<Proof> accepted) {
        this.utility = utility;
        this.proof = accepted.getFirst();
        this.field = field(proof);
        if (accepted.size() > 1) {
            add(new Choice<>("preuve", getTranslation("claims.proof"), accepted, this::label).onChoice(this::ask));
        }
        place.add(field);
        add(place);
    }

    Proof proof() {
        return proof;
    }

    String value() {
        return field.value();
    }

    private void ask(Proof chosen) {
        proof = chosen;
        field = field(chosen);
        place.removeAll();
        place.add(field);
    }

    private TextField field(Proof wanted) {
        var name = wanted.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var asked = switch (wanted) {
            case CLAIM_KEY ->
                TextField.text(name, label(wanted))
                        .attribute("autocapitalize", "characters")
                        .help(say(
                                "claims.help.claim-key",
                                Objects.requireNonNull(utility.claims().claimKey())
                                        .length()));
            case EMAIL_ON_FILE -> TextField.email(name, label(wanted)).help(say("claims.help.email-on-file"));
            case INVOICE_NUMBER ->
                TextField.text(name, label(wanted))
                        .help(say(
                                "claims.help.invoice-number",
                                utility.invoiceNumbers().example()));
            case METER_NUMBER -> TextField.text(name, label(wanted)).help(say("claims.help.meter-number"));
        };
        return asked.autocomplete(wanted == Proof.EMAIL_ON_FILE ? "email" : "off")
                .required()
                .explains(ImpossibleProof.code(wanted), "kernel.invalid-email");
    }

    private String label(Proof wanted) {
        return wanted == Proof.CLAIM_KEY
                ? Objects.requireNonNull(utility.words().claimKey())
                : say("claims.proof." + wanted.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
