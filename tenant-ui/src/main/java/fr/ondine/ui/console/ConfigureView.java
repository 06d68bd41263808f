package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.fleet.Edit;
import fr.ondine.platform.fleet.UnknownVersion;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.operators.Permission;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.configuration.Difference;
import fr.ondine.ui.configuration.LeftOutside;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Edits a utility's configuration: what would change is seen before it is put in force. */
@Route(value = UtilityPage.ADDRESS + "/configuration", layout = ConsoleLayout.class)
@RolesAllowed("VIEW")
class ConfigureView extends UtilityPage {

    private final Div told = new Div();
    private final Div preview = new Div();

    ConfigureView(ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.configure.title", fleet, signedIn);
    }

    @Override
    void show(UtilitySummary utility, BeforeEnterEvent arrival) {
        var version = arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter("version")
                .orElse("");
        var text = new ConfigurationField(initially(utility.slug(), version));
        told.removeAll();
        preview.removeAll();
        var draft = new Card(new Form(text, Button.submit(say("console.configure.compare")))
                .onSubmit(() -> compare(utility, text.value())));
        draft.getElement().addEventListener("change", edited -> outdate());
        add(back(utility), told, preview, draft);
    }

    /** Takes back what was shown to be put in force: it is no longer what the page holds. */
    private void outdate() {
        if (preview.getChildren().findAny().isPresent()) {
            preview.removeAll();
            told.removeAll();
            told.add(Notice.plain(Tone.WARN, say("console.configure.edited")).announced());
        }
    }

    private String initially(String slug, String version) {
        try {
            return version.matches("\\d{1,8}")
                    ? fleet.configuration(who(), slug, Integer.parseInt(version))
                    : fleet.configuration(who(), slug);
        } catch (UnknownVersion never) {
            return fleet.configuration(who(), slug);
        }
    }

    private void compare(UtilitySummary utility, String yaml) {
        told.removeAll();
        preview.removeAll();
        orRefused(() -> {
            var seen = fleet.get(who(), utility.slug()).configurationVersion();
            var difference = new Difference(fleet.difference(who(), utility.slug(), yaml));
            var card = new Card(say("console.configure.preview"), difference);
            LeftOutside.warning(fleet.leftOutside(who(), utility.slug(), yaml)).ifPresent(card::add);
            if (!difference.isEmpty() && who().may(Permission.OPERATE)) {
                card.add(apply(utility, yaml, seen));
            }
            preview.add(card);
            card.getElement().setAttribute("tabindex", "-1").executeJs("setTimeout(() => this.focus())");
        });
    }

    private Form apply(UtilitySummary utility, String yaml, int seen) {
        var reason = TextField.text("reason", say("console.reason"))
                .help(say("console.reason.help"))
                .required()
                .explains("fleet.reason-reserved");
        return new Form(reason, Button.submit(say("console.configure.send"))).onSubmit(() -> {
            told.removeAll();
            orRefused(() -> fleet.configure(who(), utility.slug(), new Edit(yaml, reason.value(), seen)));
            if (told.getChildren().findAny().isEmpty()) {
                preview.removeAll();
                told.add(Notice.plain(Tone.GOOD, say("console.configure.done", name(utility)))
                        .announced());
            }
        });
    }

    private void orRefused(Runnable work) {
        try {
            work.run();
        } catch (InvalidConfiguration refused) {
            told.add(Refusals.of(refused));
        }
    }
}
