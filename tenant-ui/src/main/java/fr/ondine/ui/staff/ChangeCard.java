package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.ui.configuration.Difference;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.List;
import java.util.function.Consumer;

/** What would change, and the button that puts it in force with a reason. */
final class ChangeCard extends Card {

    ChangeCard(List<ConfigurationChange> changes, Consumer<String> apply) {
        super(I18NProvider.translate("staff.configuration.change"));
        add(new Difference(changes));
        if (!changes.isEmpty()) {
            var reason = TextField.text("reason", I18NProvider.translate("staff.configuration.reason"))
                    .help(I18NProvider.translate("staff.configuration.reason.help"))
                    .required()
                    .explains("fleet.reason-reserved");
            add(new Form(reason, Button.submit(I18NProvider.translate("staff.configuration.apply")))
                    .onSubmit(() -> apply.accept(reason.value())));
        }
    }
}
