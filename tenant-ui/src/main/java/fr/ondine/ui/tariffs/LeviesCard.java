package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.tariffs.LevyRate;
import fr.ondine.platform.tariffs.LevyYear;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import java.util.List;
import java.util.function.Consumer;

/** The rates of the water agency's levies, and the form in which those of a year are entered. */
final class LeviesCard extends Card {

    LeviesCard(List<LevyYear> levies, boolean mayChange, Consumer<LevyYear> enter) {
        super(say("tariffs.levies"), new Paragraph(say("tariffs.levies.what")));
        if (!levies.isEmpty()) {
            add(table(levies));
        }
        if (mayChange) {
            add(new H3(say("tariffs.levies.enter")), form(enter));
        }
    }

    private static ResponsiveTable table(List<LevyYear> levies) {
        var table = new ResponsiveTable()
                .column(say("tariffs.basin"))
                .column(say("tariffs.charge.code"))
                .endColumn(say("tariffs.year"))
                .endColumn(say("tariffs.levy.rate"))
                .endColumn(say("tariffs.levy.coefficient"));
        levies.forEach(levy -> table.row(
                levy.basin(),
                levy.charge(),
                String.valueOf(levy.year()),
                say("tariffs.price.volume", Written.here().price(levy.rate().base())),
                Written.here().decimal(levy.rate().coefficient().value())));
        return table;
    }

    private static Form form(Consumer<LevyYear> enter) {
        var basin = text("bassin", "tariffs.basin").help(say("tariffs.basin.help"));
        var charge = text("composante", "tariffs.charge.code").help(say("tariffs.levy.charge.help"));
        var year = TextField.digits("annee", say("tariffs.year"))
                .attribute("maxlength", "4")
                .required();
        var rate = new PriceField("taux", say("tariffs.levy.rate"));
        rate.field().explains("tariffs.levy-too-fine");
        var coefficient = new PriceField("coefficient", say("tariffs.levy.coefficient"));
        coefficient.field().help(say("tariffs.levy.coefficient.help")).explains("tariffs.coefficient-out-of-range");
        coefficient.field().initially("1");
        var form = new Form(
                basin, charge, year, rate.field(), coefficient.field(), Button.submit(say("tariffs.levies.save")));
        return form.onSubmit(() -> {
            var base = rate.read(form);
            var factor = coefficient.read(form);
            if (!year.value().matches("20\\d\\d")) {
                form.refuse(year, say("tariffs.year.unreadable"));
            }
            if (form.isAccepted()) {
                enter.accept(new LevyYear(
                        basin.value().strip(),
                        charge.value().strip(),
                        Integer.parseInt(year.value()),
                        new LevyRate(
                                base.orElseThrow(),
                                new Coefficient(factor.orElseThrow().perUnit()))));
            }
        });
    }

    private static TextField text(String name, String label) {
        return TextField.text(name, say(label)).autocomplete("off").required();
    }
}
