package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Leads whoever has no password to one: by the mailbox, as who forgot theirs. */
final class ChoosePassword extends Div {

    ChoosePassword() {
        var way = new Anchor("/mot-de-passe-oublie", getTranslation("account.no-password.choose"));
        add(new Paragraph(getTranslation("account.no-password.how")), new Paragraph(way));
    }
}
