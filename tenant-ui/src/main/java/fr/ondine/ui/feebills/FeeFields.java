package fr.ondine.ui.feebills;

import static fr.ondine.ui.feebills.FeeWords.say;

import com.vaadin.flow.component.Component;
import fr.ondine.platform.fees.FeeKind;
import fr.ondine.platform.fees.FeeOffer;
import fr.ondine.platform.fees.FeeOrder;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is billed, why, and until when it is to be paid. */
final class FeeFields {

    private static final int DAYS_TO_PAY = 30;

    private final Choice<FeeKind> kind;
    private final Map<String, CheckField> fees = new LinkedHashMap<>();
    private final TextField dueOn = TextField.text("echeance", say("fees.due-on"))
            .attribute("type", "date")
            .autocomplete("off")
            .required();

    FeeFields(FeeOffer offer, LocalDate today) {
        var kinds = offer.isOpened() ? List.of(FeeKind.ONE_OFF) : List.of(FeeKind.ONE_OFF, FeeKind.OPENING);
        kind = new Choice<>("nature", say("fees.kind"), kinds, FeeWords::of);
        kind.explains("fees.opened-already");
        for (var fee : offer.fees()) {
            fees.put(fee.code(), new CheckField("prestation-" + fees.size(), FeeWords.of(fee)));
        }
        fees.values().stream().findFirst().ifPresent(first -> first.explains("fees.none-chosen"));
        dueOn.initially(today.plusDays(DAYS_TO_PAY).toString());
        dueOn.explains("fees.due-outside");
    }

    List<Component> all() {
        return List.of(kind, new FieldGroup(say("fees.which"), fees.values().toArray(Component[]::new)), dueOn);
    }

    TextField dueOn() {
        return dueOn;
    }

    /** Nothing where the day is none. */
    Optional<FeeOrder> order() {
        var codes = fees.entrySet().stream()
                .filter(fee -> fee.getValue().isTicked())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        try {
            return Optional.of(new FeeOrder(
                    kind.value(), codes, LocalDate.parse(dueOn.value().strip())));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
