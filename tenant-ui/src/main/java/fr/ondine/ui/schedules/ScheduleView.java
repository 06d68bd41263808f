package fr.ondine.ui.schedules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.plans.OwnPlans;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlanDraft;
import fr.ondine.platform.plans.PlanEnding;
import fr.ondine.platform.plans.PlanOffer;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** The payments of a year, those that are made and those to come; or the way to pay a year month by month. */
@Route(value = "echeancier", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class ScheduleView extends ContractPage {

    private final transient OwnPlans plans;
    private final transient Agreements agreements;
    private final transient Tenants tenants;
    private final transient Clock clock;
    private final Div told = new Div();
    private final Div content = column();

    ScheduleView(Contracts contracts, OwnPlans plans, Agreements agreements, Tenants tenants, Clock clock) {
        super(contracts, "schedules.title");
        this.plans = plans;
        this.agreements = agreements;
        this.tenants = tenants;
        this.clock = clock;
        narrow();
    }

    @Override
    protected void show(ChosenContract chosen) {
        told.removeAll();
        add(column(told, content));
        fill(chosen);
    }

    private void fill(ChosenContract chosen) {
        content.removeAll();
        var offer = plans.offer(chosen.user(), chosen.id());
        plans.running(chosen.user(), chosen.id())
                .ifPresentOrElse(plan -> running(chosen, plan), () -> content.add(start(chosen, offer)));
    }

    /** Who runs the debits may have noted by now that this is how the contract is paid: it is stopped all the same. */
    private void running(ChosenContract chosen, Plan plan) {
        var facts = new PlanFacts(plan, LocalDate.now(clock));
        var mandate = agreements.seen(chosen.user(), chosen.id()).mandate();
        content.add(
                mandate == null
                        ? facts.paidOtherwise(plans.isPrintedHowToPay(chosen.user(), chosen.id()))
                        : facts.debitedFrom(mandate.maskedIban()),
                ActionLink.secondary(ScheduleFile.path(chosen.id()), say("schedules.paper"))
                        .loaded());
        if (tenants.current().offers(Feature.INSTALMENT_PLANS)) {
            content.add(new Card(
                    say("schedules.stop"),
                    new Paragraph(say("schedules.stop.what")),
                    Button.secondary(say("schedules.stop.look")).onPress(() -> askStop(chosen, plan))));
        }
    }

    private Component start(ChosenContract chosen, PlanOffer offer) {
        if (!offer.isMade() || chosen.contract().ended()) {
            return new EmptyState(Icon.INVOICE, say("schedules.empty"), otherwise(chosen));
        }
        var year = offer.year();
        if (year.isEmpty()) {
            return new EmptyState(Icon.INVOICE, say("schedules.empty"), say("schedules.unknown"));
        }
        var day = PlanForms.day(offer);
        var form = new Form(day, Button.submit(say("schedules.ask.look")));
        form.onSubmit(() -> look(chosen, plans.draft(chosen.user(), chosen.id(), day.value())));
        return new Card(
                say("schedules.ask"),
                new Paragraph(say("schedules.ask.what")),
                new Paragraph(ScheduleWords.of(year.orElseThrow())),
                form);
    }

    /** How the invoices of a contract are paid that has no plan here, and cannot get one by its subscriber alone. */
    private String otherwise(ChosenContract chosen) {
        if (chosen.contract().ended()) {
            return say("schedules.empty.ended");
        }
        var method = agreements.seen(chosen.user(), chosen.id()).paymentMethod();
        var told = say("schedules.empty." + ScheduleWords.code(method));
        return method == PaymentMethod.INSTALMENTS || tenants.current().instalments() == null
                ? told
                : told + " " + say("schedules.empty.ask");
    }

    private void look(ChosenContract chosen, PlanDraft draft) {
        told.removeAll();
        show(new DraftCard(
                say("schedules.draft"),
                draft,
                say("schedules.ask.confirm"),
                () -> act(chosen, () -> plans.agree(chosen.user(), chosen.id(), draft), "schedules.asked"),
                () -> fill(chosen)));
    }

    private void askStop(ChosenContract chosen, Plan plan) {
        told.removeAll();
        try {
            askStop(chosen, plan, plans.ending(chosen.user(), chosen.id(), plan.id()));
        } catch (DomainException refused) {
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
            fill(chosen);
        }
    }

    private void askStop(ChosenContract chosen, Plan plan, PlanEnding ending) {
        var sure = new Card(say("schedules.stop.sure")).main();
        sure.add(
                new Paragraph(ScheduleWords.of(ending, LocalDate.now(clock))),
                row(
                        Button.danger(say("schedules.stop.yes"))
                                .onPress(() -> act(
                                        chosen,
                                        () -> plans.stop(chosen.user(), chosen.id(), plan.id()),
                                        "schedules.stopped")),
                        Button.link(say("schedules.stop.no")).onPress(() -> fill(chosen))));
        show(sure);
    }

    private void show(Component only) {
        content.removeAll();
        content.add(only);
        focus(only);
    }

    private void act(ChosenContract chosen, Runnable work, String done) {
        told.removeAll();
        try {
            work.run();
            told.add(Notice.plain(Tone.GOOD, say(done)).announced());
        } catch (DomainException refused) {
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
        fill(chosen);
    }
}
