package fr.ondine.ui.feebills;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.fees.FeeBill;
import fr.ondine.platform.fees.FeeBills;
import fr.ondine.platform.fees.FeeOffer;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.invoices.PostWords;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** Bills an agreement what is done once: chosen from its tariff, looked at as the invoice would be, then issued. */
@Route(value = "gestion/comptes/:contrat/facturer", layout = StaffLayout.class)
@RolesAllowed("BILL")
class FeesView extends Page implements BeforeEnterObserver {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final transient FeeBills bills;
    private final transient ChosenForms forms;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;
    private final Div content = column();

    FeesView(FeeBills bills, ChosenForms forms, SignedInStaff signedIn, Clock clock) {
        super("fees.title");
        this.bills = bills;
        this.forms = forms;
        this.signedIn = signedIn;
        this.clock = clock;
        add(content);
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var named = arrival.getRouteParameters().get("contrat").orElse("");
        try {
            choose(new AgreementId(UUID.fromString(ID.matcher(named).matches() ? named : new UUID(0, 0).toString())));
        } catch (UnknownAgreement nobodys) {
            arrival.rerouteToError(NotFoundException.class);
        }
    }

    private void choose(AgreementId agreement, Component... told) {
        var offer = bills.offer(who(), agreement);
        show(told);
        content.add(back(agreement));
        content.add(
                offer.fees().isEmpty()
                        ? new Card(about(offer), new Paragraph(say("fees.none")))
                        : form(agreement, offer));
    }

    private Paragraph back(AgreementId agreement) {
        return new Paragraph(new Anchor("/gestion/comptes/" + agreement.value(), say("fees.back")));
    }

    private Card form(AgreementId agreement, FeeOffer offer) {
        var fields = new FeeFields(offer, LocalDate.now(clock));
        var form = new Form(fields.all().toArray(Component[]::new));
        form.add(Button.submit(say("fees.look")));
        form.onSubmit(() -> fields.order()
                .ifPresentOrElse(
                        order -> look(agreement, bills.draft(who(), agreement, order)),
                        () -> form.refuse(fields.dueOn(), say("fees.due-on.none"))));
        return new Card(about(offer), form);
    }

    private void look(AgreementId agreement, FeeBill bill) {
        // hidden and not taken off, so that what was ticked is still there for who goes back
        var chosen = content.getChildren().toList();
        chosen.forEach(part -> part.setVisible(false));
        var looked = new Div();
        looked.add(new FeeBillCard(bill, () -> issue(agreement, bill), () -> {
            content.remove(looked);
            chosen.forEach(part -> part.setVisible(true));
        }));
        content.add(looked);
        focus(looked);
    }

    private void issue(AgreementId agreement, FeeBill bill) {
        try {
            var issued = bills.issue(who(), agreement, bill);
            var notice = new Notice(
                            Tone.GOOD,
                            say("fees.issued", issued.number(), Written.money(bill.total())),
                            new Paragraph(say("fees.issued.what", bill.dueOn())))
                    .announced();
            if (forms.isPosted(who(), agreement)) {
                notice.add(PostWords.goes("post.goes", true));
            }
            choose(agreement, notice);
        } catch (DomainException refused) {
            choose(agreement, Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private void show(Component... components) {
        content.removeAll();
        content.add(components);
    }

    private Paragraph about(FeeOffer offer) {
        return new Paragraph(say("fees.about", FeeWords.together(offer.contract()), offer.holder()));
    }

    private CurrentStaff who() {
        return signedIn.get();
    }
}
