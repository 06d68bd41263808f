package fr.ondine.ui.provider;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.provider.ClientSummary;
import fr.ondine.platform.provider.FreshClient;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** Which programs the utility lets in: administrators register and withdraw them; a secret is shown this one time. */
@Route(value = "gestion/programmes", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class ProgramsView extends Page {

    private final transient ProviderClients programs;
    private final transient SignedInStaff signedIn;
    private final transient Tenants tenants;
    private final Div told = new Div();
    private final Div list = new Div();

    ProgramsView(ProviderClients programs, SignedInStaff signedIn, Tenants tenants) {
        super("provider.programs.title");
        this.programs = programs;
        this.signedIn = signedIn;
        this.tenants = tenants;
        var wish = new ProgramForm();
        wish.onSubmit(() -> {
            tell(programs.register(signedIn.get(), wish.wish()));
            wish.clear();
        });
        var card = new Card(say("provider.programs.new"), wish);
        card.addClassName("beside-list");
        add(column(told, list, card));
        show();
    }

    private void show() {
        list.removeAll();
        var all = programs.all(signedIn.get());
        if (all.isEmpty()) {
            list.add(new EmptyState(Icon.REQUEST, say("provider.programs.none"), say("provider.programs.none.why")));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("provider.programs.name"))
                .column(say("provider.programs.kind"))
                .column(say("provider.programs.client"))
                .column(say("provider.programs.scopes"))
                .actionColumn(say("provider.programs.actions"));
        all.forEach(program -> table.row(
                new Span(program.name()),
                new Span(say("provider.kind." + program.kind().name().toLowerCase(Locale.ROOT))),
                new Span(program.clientId()),
                scopes(program),
                withdrawal(program)));
        list.add(new Card(table));
    }

    private static UnorderedList scopes(ClientSummary program) {
        var list = new UnorderedList();
        program.scopes().stream()
                .sorted()
                .map(scope -> new ListItem(ProgramForm.word(scope)))
                .forEach(list::add);
        return list;
    }

    private Button withdrawal(ClientSummary program) {
        var button = Button.link(say("provider.programs.withdraw")).onPress(() -> ask(program));
        button.getElement().setAttribute("aria-label", say("provider.programs.withdraw.of", program.name()));
        return button;
    }

    private void ask(ClientSummary program) {
        var answers = row(
                Button.danger(say("provider.programs.withdraw.yes")).onPress(() -> withdraw(program)),
                Button.link(say("provider.programs.withdraw.leave")).onPress(told::removeAll));
        told.removeAll();
        told.add(
                Notice.plain(Tone.WARN, say("provider.programs.withdraw.sure", program.name()))
                        .announced(),
                answers);
        focus(told);
    }

    private void withdraw(ClientSummary program) {
        told.removeAll();
        try {
            programs.withdraw(signedIn.get(), program.id());
            told.add(Notice.plain(Tone.GOOD, say("provider.programs.withdrawn", program.name()))
                    .announced());
        } catch (DomainException refused) {
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
        show();
    }

    private void tell(FreshClient fresh) {
        var facts = new Definitions()
                .with(say("provider.programs.client"), fresh.clientId())
                .with(say("provider.programs.secret"), fresh.secret())
                .with(say("provider.programs.issuer"), tenants.origin());
        told.removeAll();
        told.add(new Notice(
                        Tone.GOOD,
                        say(fresh.secret() == null ? "provider.programs.registered" : "provider.programs.once"),
                        facts)
                .announced());
        show();
        focus(told);
    }
}
