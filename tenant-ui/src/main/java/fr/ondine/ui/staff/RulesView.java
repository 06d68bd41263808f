package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ClaimRule;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.NumberFormat;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How numbers are written, tried on what a subscriber would type, and what each proof of a contract is worth. */
@Route(value = Sections.HOME + "/regles", layout = StaffLayout.class)
@RolesAllowed("ADMINISTRATOR")
class RulesView extends SectionPage {

    private static final String SEPARATOR = " = ";

    RulesView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.regles", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        return columns(
                new Card(say("staff.numbers"), numbers(now)),
                column(tried("contract", now.contractNumbers()), tried("invoice", now.invoiceNumbers()), claims(now)));
    }

    private Form numbers(TenantConfig now) {
        var contracts = forms("contracts", say("staff.numbers.contract"), now.contractNumbers());
        var invoices = forms("invoices", say("staff.numbers.invoice"), now.invoiceNumbers());
        var form = new Form(contracts, invoices, Button.submit(say("staff.configuration.compare")));
        return form.onSubmit(() -> compare(
                form,
                new ConfigurationEdit(yaml())
                        .with("contract-numbers.forms", written(contracts))
                        .with("invoice-numbers.forms", written(invoices))
                        .yaml(),
                Map.of("contract-numbers", contracts, "invoice-numbers", invoices)));
    }

    private TextField forms(String name, String label, NumberFormat format) {
        return Lines.field(
                        name,
                        label,
                        format.forms().stream()
                                .map(form -> form.pattern() + SEPARATOR + form.example())
                                .toList())
                .help(say("staff.numbers.help"));
    }

    private static List<Map<String, String>> written(TextField field) {
        return Lines.of(field).stream()
                .map(line -> line.split(SEPARATOR, 2))
                .map(parts -> {
                    Map<String, String> form = new LinkedHashMap<>();
                    form.put("pattern", parts[0].strip());
                    form.put("example", parts.length > 1 ? parts[1].strip() : "");
                    return form;
                })
                .toList();
    }

    private Card tried(String which, NumberFormat format) {
        var number = TextField.text("try-" + which, say("staff.numbers.try." + which))
                .autocomplete("off")
                .required();
        var answer = new Paragraph();
        answer.getElement().setAttribute("role", "status");
        var form = new Form(number, Button.submit(say("staff.numbers.try.send")).little(), answer);
        return new Card(form.onSubmit(() -> answer.setText(format.normalise(number.value())
                .map(known -> say("staff.numbers.known", format.display(known)))
                .orElseGet(() -> say("staff.numbers.unknown")))));
    }

    private Card claims(TenantConfig now) {
        var proofs = new Definitions().wide();
        now.claims()
                .proofs()
                .forEach(proof -> proofs.with(
                        say("staff.proof." + proof.name().toLowerCase(Locale.ROOT)),
                        worth(now.claims().bits(proof))));
        return new Card(say("staff.claims"), new Paragraph(say("staff.claims.what", ClaimRule.LEAST_BITS)), proofs);
    }

    private String worth(int bits) {
        return say(bits < ClaimRule.LEAST_BITS ? "staff.claims.weak" : "staff.claims.strong", bits);
    }
}
