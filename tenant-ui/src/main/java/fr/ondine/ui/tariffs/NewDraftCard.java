package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffDraft;
import fr.ondine.platform.tariffs.TariffSummary;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import java.util.List;

/** Begins a new version with the prices that hold on its day. */
final class NewDraftCard extends Card {

    NewDraftCard(TariffDesk desk, CurrentStaff who, List<TariffSummary> tariffs) {
        super(say("tariffs.new-version"), new Paragraph(say("tariffs.new-version.what")));
        var tariff = new Choice<>("tarif", say("tariffs.tariff"), tariffs, TariffSummary::name);
        var day = new DayField("valable-du", say("tariffs.valid-from"));
        day.explains("tariffs.day-missing", "tariffs.two-versions-one-day");
        var form = new Form(tariff, day.field(), Button.submit(say("tariffs.new-version.begin")));
        form.onSubmit(() -> {
            var id = desk.draftFromInForce(who, tariff.value().id(), new TariffDraft(day.value(), "", List.of()));
            UI.getCurrentOrThrow()
                    .navigate(
                            Addresses.VERSION,
                            QueryParameters.of(Addresses.WHICH, id.value().toString()));
        });
        add(form);
    }
}
