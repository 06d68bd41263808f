package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.credits.CreditRefused;
import fr.ondine.platform.credits.CreditableInvoice;
import fr.ondine.platform.credits.CreditableLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks how much of an invoice is taken back, all of it or so much of its lines, and why. */
final class CreditForm extends Form {

    private final Choice<Boolean> isWhole;
    private final transient Map<CreditableLine, TextField> lines = new LinkedHashMap<>();
    private final TextField reason = TextField.text("motif", say("desk.credit.reason"))
            .help(say("desk.credit.reason.help"))
            .attribute("maxlength", "200")
            .autocomplete("off")
            .explains("credits.reason-missing");

    CreditForm(CreditableInvoice invoice, Consumer<CreditOrder> ask) {
        var some = new Div();
        some.addClassName("parts");
        some.setVisible(false);
        isWhole = new Choice<>(
                "etendue",
                say("desk.credit.extent"),
                List.of(true, false),
                whole -> whole ? say("desk.credit.whole", invoice.left()) : say("desk.credit.part"));
        isWhole.onChoice(whole -> some.setVisible(!whole)).explains("credits.nothing-asked");
        invoice.lines().stream().filter(line -> !line.left().isZero()).forEach(line -> lines.put(line, field(line)));
        lines.values().forEach(some::add);
        add(isWhole, some, reason, Button.submit(say("desk.credit.look")));
        onSubmit(() -> {
            var amounts = isWhole.value() ? Optional.<Map<Integer, Money>>empty() : Optional.of(amounts());
            if (isAccepted()) {
                ask.accept(new CreditOrder(amounts, reason.value()));
            }
        });
    }

    private static TextField field(CreditableLine line) {
        return TextField.text("ligne-" + line.position(), line.label())
                .help(say("desk.credit.left", line.left(), line.vat().percent()))
                .attribute("inputmode", "decimal")
                .autocomplete("off");
    }

    private Map<Integer, Money> amounts() {
        var amounts = new HashMap<Integer, Money>();
        lines.forEach((line, field) -> {
            if (!field.value().isBlank()) {
                try {
                    amounts.put(line.position(), line.amount(field.value()));
                } catch (CreditRefused refused) {
                    refuse(field, Texts.refusal(refused));
                }
            }
        });
        return amounts;
    }
}
