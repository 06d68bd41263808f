package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.tariffs.PriceText;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Written;
import java.util.Optional;

/** A price excluding VAT, with a comma or a point before its decimals. */
final class PriceField {

    private final TextField field;

    PriceField(String name, String label) {
        field = TextField.text(name, label).attribute("inputmode", "decimal").autocomplete("off");
    }

    TextField field() {
        return field;
    }

    void initially(UnitPrice price) {
        field.initially(Written.here().price(price));
    }

    boolean isEmpty() {
        return field.value().isBlank();
    }

    /** What was typed, or nothing and a sentence beside the field. */
    Optional<UnitPrice> read(Form form) {
        if (isEmpty()) {
            form.refuse(field, say("tariffs.price.missing"));
            return Optional.empty();
        }
        try {
            return Optional.of(PriceText.read(field.value()));
        } catch (DomainException refused) {
            form.refuse(field, Texts.refusal(refused));
            return Optional.empty();
        }
    }
}
