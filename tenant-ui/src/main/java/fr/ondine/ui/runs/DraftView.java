package fr.ondine.ui.runs;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.runs.DraftInvoices;
import fr.ondine.platform.runs.ManagedRuns;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** Looks at what the invoice of one contract would say, before a run is validated. */
@Route(value = Addresses.DRAFT, layout = StaffLayout.class)
@RolesAllowed("BILL")
class DraftView extends OneRunPage {

    private final transient DraftInvoices drafts;
    private final Div found = new Div();

    DraftView(ManagedRuns runs, DraftInvoices drafts, SignedInStaff signedIn) {
        super("runs.draft.title", runs, signedIn);
        this.drafts = drafts;
    }

    @Override
    void show(RunSummary run, BeforeEnterEvent arrival) {
        found.removeAll();
        add(back(Addresses.run(run.id()), "runs.parked.back"));
        if (run.progress().state() != RunState.SIMULATED) {
            add(new Card(new Paragraph(say("runs.draft.over"))));
            return;
        }
        var number = TextField.text("numero", say("runs.draft.number"))
                .autocomplete("off")
                .required()
                .explains("runs.draft.unknown", "runs.draft.elsewhere", "runs.draft.set-aside");
        var form = new Form(number, Button.submit(say("runs.draft.look")));
        form.onSubmit(() -> {
            found.removeAll();
            found.add(new DraftCard(drafts.find(who(), run.id(), number.value())));
        });
        add(column(new Card(form), found));
    }
}
