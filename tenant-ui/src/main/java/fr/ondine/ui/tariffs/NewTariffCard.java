package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.UI;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tariffs.NewTariff;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.List;

/** Adds a tariff, which has no version yet. */
final class NewTariffCard extends Card {

    NewTariffCard(TariffDesk desk, CurrentStaff who) {
        super(say("tariffs.add"));
        var name = TextField.text("nom", say("tariffs.name"))
                .autocomplete("off")
                .help(say("tariffs.name.help"))
                .required();
        var code = TextField.text("code", say("tariffs.code"))
                .autocomplete("off")
                .attribute("maxlength", "20")
                .required()
                .explains("tariffs.code-taken");
        var service = new Choice<>(
                "service", say("tariffs.service"), List.of(Service.values()), one -> TariffWords.of("service", one));
        var usual = new CheckField("defaut", say("tariffs.default.of-service"));
        add(new Form(
                        name,
                        code,
                        service,
                        usual,
                        Button.submit(say("tariffs.add.submit")).subdued())
                .onSubmit(() -> {
                    desk.add(who, new NewTariff(code.value(), name.value(), service.value(), usual.isTicked()));
                    UI.getCurrentOrThrow().getPage().reload();
                }));
    }
}
