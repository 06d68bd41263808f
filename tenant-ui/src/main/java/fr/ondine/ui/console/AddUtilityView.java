package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.operators.Permission;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Adds a utility from its configuration: every fault is told before anything is done. */
@Route(value = "console/ajouter", layout = ConsoleLayout.class)
@RolesAllowed("OPERATE")
class AddUtilityView extends Page {

    private final transient ManagedFleet fleet;
    private final transient SignedInOperator signedIn;
    private final ConfigurationField configuration = new ConfigurationField("");
    private final CheckField draft = new CheckField("draft", say("console.add.draft"));
    private final Div told = new Div();
    private final Card asked;

    AddUtilityView(ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.add.title");
        this.fleet = fleet;
        this.signedIn = signedIn;
        asked = new Card(
                new Paragraph(say("console.add.how")),
                new Form(configuration, draft, Button.submit(say("console.add.send"))).onSubmit(this::send));
        add(told, asked);
        if (signedIn.get().may(Permission.ADMINISTER)) {
            add(new Card(row(
                    new Span(say("console.import.elsewhere")),
                    ActionLink.secondary("/console/importer", say("console.import.title")))));
        }
    }

    private void send() {
        var yaml = configuration.value();
        told.removeAll();
        try {
            fleet.check(signedIn.get(), yaml);
        } catch (InvalidConfiguration refused) {
            told.add(Refusals.of(refused));
            return;
        }
        var operator = fleet.beginning(signedIn.get());
        asked.setVisible(false);
        var asDraft = draft.isTicked();
        told.add(new Work<>(
                say("console.add.doing"),
                () -> asDraft ? fleet.draft(operator, yaml) : fleet.add(operator, yaml),
                this::added,
                refused -> {
                    asked.setVisible(true);
                    told.add(Refusals.of(refused));
                }));
    }

    private void added(UtilitySummary utility) {
        told.add(
                new Notice(Tone.GOOD, say("console.add.done", utility.name()), String.join(", ", utility.hosts()))
                        .announced(),
                new Card(row(
                        ActionLink.primary("/console/collectivites/" + utility.slug(), say("console.add.see")),
                        ActionLink.secondary("/console/ajouter", say("console.add.another"))
                                .loaded())));
    }
}
