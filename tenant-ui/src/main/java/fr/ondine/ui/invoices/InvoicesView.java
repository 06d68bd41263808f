package fr.ondine.ui.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.plans.OwnPlans;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.schedules.PlanNote;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;

/** What a contract owes, and its invoices with their state and their paper. */
@Route(value = "factures", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class InvoicesView extends ContractPage {

    private static final int SHOWN_AT_ONCE = 12;

    private final transient Invoices invoices;
    private final transient CardPayments cards;
    private final transient Tenants tenants;
    private final transient OwnPlans plans;
    private final transient Clock clock;

    InvoicesView(
            Contracts contracts, Invoices invoices, CardPayments cards, Tenants tenants, OwnPlans plans, Clock clock) {
        super(contracts, "invoices.title");
        this.invoices = invoices;
        this.cards = cards;
        this.tenants = tenants;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    protected boolean isShared() {
        return true;
    }

    @Override
    protected void show(ChosenContract chosen) {
        var first = page(chosen, 0);
        var plan = plans.running(chosen.user(), chosen.id());
        if (first.isEmpty()) {
            plan.ifPresent(running -> add(note(running, chosen)));
            add(new EmptyState(Icon.INVOICE, say("invoices.none"), say("invoices.none.why")));
            return;
        }
        var account = invoices.account(chosen.user(), chosen.id());
        var column = column();
        // what was paid for the year is no debt of the utility's
        if (plan.isEmpty() || !account.asked().isEmpty() || !account.coming().isEmpty()) {
            column.add(balance(chosen, account));
        }
        plan.ifPresent(running -> column.add(note(running, chosen)));
        column.add(list(chosen, first));
        add(column);
    }

    private Card note(Plan plan, ChosenContract chosen) {
        var schedule = Optional.of(chosen.link("echeancier"))
                .filter(page -> chosen.contract().isHeld());
        return new Card(say("schedules.note"), new PlanNote(plan, LocalDate.now(clock), schedule));
    }

    private Component balance(ChosenContract chosen, InvoiceAccount account) {
        if (!account.asked().isEmpty()) {
            var owed = new Card(say("invoices.due"), new Amount(InvoiceAccount.left(account.asked()))).main();
            owed.add(new AskedLines(account.asked(), settling(chosen)), ComingLines.besideAsked(account.coming()));
            return owed;
        }
        if (!account.coming().isEmpty()) {
            return new Card(say(ComingLines.heading(account.coming())), ComingLines.alone(account.coming()));
        }
        if (!account.carried().isEmpty()) {
            return new Card(say("invoices.carried"), new Paragraph(InvoiceWords.carried(account, chosen.contract())));
        }
        return account.due().isNegative()
                ? new Card(
                        say("invoices.credit"),
                        new Amount(account.due().negated()),
                        new Paragraph(InvoiceWords.credit(chosen.contract())))
                : new Card(say("invoices.settled"), new Paragraph(say("invoices.settled.what")));
    }

    private Component list(ChosenContract chosen, Slice<InvoiceSummary> first) {
        var latest = first.getContent().getFirst();
        var table = new InvoiceTable(chosen, settling(chosen));
        table.caption(say("invoices.known", latest.knownOn()));
        var card = new Card(table);
        fill(table, first);
        if (first.hasNext()) {
            card.add(more(chosen, table));
        }
        card.add(note());
        if (chosen.contract().isHeld()) {
            card.add(new Paragraph(new Anchor(chosen.link(FormView.PATH), say("invoices.form.change"))));
        }
        return card;
    }

    private Settling settling(ChosenContract chosen) {
        return Settling.of(chosen, cards);
    }

    private Component more(ChosenContract chosen, InvoiceTable table) {
        var more = Button.secondary(say("invoices.more"));
        var shown = new int[] {1};
        more.onPress(() -> {
            var next = page(chosen, shown[0]++);
            fill(table, next);
            more.setVisible(next.hasNext());
        });
        return more;
    }

    private void fill(InvoiceTable table, Slice<InvoiceSummary> invoices) {
        invoices.forEach(table::show);
    }

    private Component note() {
        var note = new Paragraph(
                Written.typeset(tenants.current().subscriberTexts().invoices()));
        note.addClassNames("small", "soft");
        return note;
    }

    private Slice<InvoiceSummary> page(ChosenContract chosen, int number) {
        return invoices.page(chosen.user(), chosen.id(), PageRequest.of(number, SHOWN_AT_ONCE));
    }
}
