package fr.ondine.ui.provider;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.provider.LetInProgram;
import fr.ondine.platform.provider.LetInPrograms;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;

/** The programs that a person let in, what each may do, and the way to have it do so no longer. */
@Route(value = "mon-compte/services", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class LetInProgramsView extends Page {

    private final transient SignedIn signedIn;
    private final transient LetInPrograms programs;
    private final transient Tenants tenants;
    private final Div told = new Div();
    private final Div list = new Div();

    LetInProgramsView(SignedIn signedIn, LetInPrograms programs, Tenants tenants) {
        super("provider.services.title");
        this.signedIn = signedIn;
        this.programs = programs;
        this.tenants = tenants;
        narrow();
        add(column(
                told,
                list,
                ActionLink.secondary("/mon-compte", say("account.back")).wide()));
        show();
    }

    private void show() {
        list.removeAll();
        var known = programs.of(signedIn.user().userId());
        if (known.isEmpty()) {
            list.add(new EmptyState(Icon.REQUEST, say("provider.services.none"), say("provider.services.none.why")));
            return;
        }
        var content = column(new Card(new Paragraph(say("provider.services.what"))));
        known.forEach(program -> content.add(card(program)));
        list.add(content);
    }

    private Component card(LetInProgram program) {
        var all = new UnorderedList();
        program.scopes().forEach(scope -> all.add(new ListItem(ConsentView.words(scope))));
        var since = new Paragraph(
                program.lastUsedAt() == null
                        ? say("provider.services.since", day(program.since()))
                        : say("provider.services.used", day(program.since()), day(program.lastUsedAt())));
        since.addClassNames("soft", "small");
        var end = Button.secondary(say("provider.services.end")).wide().onPress(() -> ask(program));
        end.getElement().setAttribute("aria-label", say("provider.services.end.of", program.name()));
        return new Card(program.name(), new Paragraph(say("provider.services.may")), all, since, end);
    }

    private void ask(LetInProgram program) {
        told.removeAll();
        told.add(
                Notice.plain(Tone.WARN, say("provider.services.end.sure", program.name()))
                        .announced(),
                row(
                        Button.danger(say("provider.services.end.yes")).onPress(() -> takeBack(program)),
                        Button.link(say("provider.services.end.leave")).onPress(told::removeAll)));
        focus(told);
    }

    private void takeBack(LetInProgram program) {
        programs.takeBack(signedIn.user().userId(), program.id());
        show();
        told.removeAll();
        told.add(new Notice(
                        Tone.GOOD, say("provider.services.ended", program.name()), say("provider.services.ended.next"))
                .announced());
        focus(told);
    }

    private String day(Instant moment) {
        return Written.date(LocalDate.ofInstant(moment, tenants.current().zone()));
    }
}
