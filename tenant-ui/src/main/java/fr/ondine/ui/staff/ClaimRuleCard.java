package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ClaimRule;
import fr.ondine.tenantconfig.ClaimRule.Confirmation;
import fr.ondine.tenantconfig.ClaimRule.Order;
import fr.ondine.tenantconfig.ClaimRule.Scope;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.configuration.ChoiceWords;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claim rule as it is being edited, with what each proof and the weakest one are worth at that moment. */
final class ClaimRuleCard extends Card {

    private final SectionPage page;
    private final Choice<Order> order;
    private final Choice<Scope> opens;
    private final transient Ranking<Proof> proofs;
    private final transient KeyFields key;
    private final transient Ranking<Confirmation> confirmations;
    private final Paragraph weakest = new Paragraph();

    ClaimRuleCard(SectionPage page, TenantConfig now) {
        super(say("staff.claims"), new Paragraph(say("staff.claims.what", ClaimRule.LEAST_BITS)));
        this.page = page;
        var rule = now.claims();
        order = choice("claims.order", Order.values(), rule.order());
        opens = choice("claims.opens", Scope.values(), rule.opens());
        proofs = new Ranking<>("staff.claims.proof", "claims.proofs", Proof.values(), rule.proofs());
        key = KeyFields.of(now);
        confirmations = new Ranking<>(
                "staff.claims.confirmation", "claims.weak-proofs", Confirmation.values(), rule.weakProofs());
        weakest.addClassName("strong");
        weakest.getElement().setAttribute("role", "status");
        var shown = new FieldGroup(say("staff.claims.proofs"), proofs.fields());
        shown.add(weakest);
        var both = new Div(
                new Div(new FieldGroup(say("staff.claims.way"), order, opens), shown),
                new Div(key.group(), new FieldGroup(say("staff.claims.confirmations"), confirmations.fields())));
        both.addClassNames("grid", "even");
        var form = new Form(
                both, new Paragraph(say("staff.claims.limits")), Button.submit(say("staff.configuration.compare")));
        form.onChange(() -> {
            tell();
            page.draft(form, yaml(), fields());
        });
        add(form.onSubmit(() -> page.compare(form, yaml(), fields())));
        tell();
    }

    private void tell() {
        var draft = draft();
        key.group().hide(!draft.asksForKey());
        proofs.tell(proof -> worth("staff.claims", draft.bits(proof)));
        confirmations.tell(confirmation -> "");
        weakest.setText(worth("staff.claims.weakest", draft.weakestBits()));
    }

    private String yaml() {
        return draft().in(page.yaml());
    }

    private ClaimDraft draft() {
        return new ClaimDraft(order.value(), opens.value(), proofs.chosen(), key.written(), confirmations.chosen());
    }

    private Map<String, Field> fields() {
        var fields = new LinkedHashMap<>(proofs.at());
        fields.putAll(key.at());
        fields.putAll(confirmations.at());
        return fields;
    }

    private static <E extends Enum<E>> Choice<E> choice(String path, E[] all, E chosen) {
        return new Choice<>(
                        path.substring(path.lastIndexOf('.') + 1),
                        say("staff." + path),
                        List.of(all),
                        one -> ChoiceWords.of(path, one))
                .initially(chosen);
    }

    private static String worth(String words, int bits) {
        return say(words + (bits < ClaimRule.LEAST_BITS ? ".weak" : ".strong"), bits);
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
