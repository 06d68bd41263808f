package fr.ondine.ui.schedules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ManagedAccounts;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.PlanDraft;
import fr.ondine.platform.plans.PlanRevision;
import fr.ondine.platform.plans.WaitingRefund;
import fr.ondine.platform.plans.YearEnd;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** The plan of one agreement: simulated, agreed with the payer, revised, ended; each shown before it is done. */
@Route(value = "gestion/comptes/:contrat/mensualisation", layout = StaffLayout.class)
@RolesAllowed("LOOK")
class PlanView extends Page implements BeforeEnterObserver {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final transient ManagedPlans plans;
    private final transient ManagedAccounts accounts;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;
    private final Div effect = new Div();
    private final Div told = new Div();
    private AgreementId agreement = new AgreementId(new UUID(0, 0));
    private String about = "";

    PlanView(ManagedPlans plans, ManagedAccounts accounts, SignedInStaff signedIn, Clock clock) {
        super("schedules.plan.title");
        this.plans = plans;
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var named = arrival.getRouteParameters().get("contrat").orElse("");
        agreement = new AgreementId(UUID.fromString(ID.matcher(named).matches() ? named : new UUID(0, 0).toString()));
        accounts.find(who(), agreement)
                .ifPresentOrElse(
                        account -> {
                            about = say(
                                    "schedules.about",
                                    account.agreement().number(),
                                    account.agreement().holder().name());
                            show();
                        },
                        () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(Component... told) {
        clear();
        effect.removeAll();
        this.told.removeAll();
        this.told.add(told);
        add(
                column(
                        this.told,
                        new Paragraph(new Anchor("/gestion/comptes/" + agreement.value(), say("schedules.back")))),
                new Paragraph(about));
        var mayChange = who().may(StaffPermission.BILL);
        var parts = column();
        plans.refund(who(), agreement)
                .map(refund -> new RefundCard(refund, who().may(StaffPermission.MOVE_MONEY), () -> look(refund)))
                .ifPresent(parts::add);
        var plan = plans.find(who(), agreement);
        plan.filter(Plan::isRunning)
                .ifPresentOrElse(
                        running -> parts.add(columns(
                                column(effect, new PlanFacts(running, today()), paper()),
                                mayChange ? changes(running) : column())),
                        () -> {
                            if (mayChange) {
                                parts.add(effect, order());
                            }
                            plan.ifPresent(closed -> parts.add(new PlanFacts(closed, today())));
                        });
        if (plan.isEmpty() && !mayChange) {
            parts.add(new Card(new Paragraph(say("schedules.plan.none"))));
        }
        add(parts);
    }

    private ActionLink paper() {
        return ActionLink.secondary(ScheduleFile.staffPath(agreement), say("schedules.paper"))
                .loaded();
    }

    private Card order() {
        var offer = plans.offer(who(), agreement);
        return offer.isMade()
                ? new Card(
                        say("schedules.order"),
                        PlanForms.order(offer, effect::removeAll, order -> look(plans.draft(who(), agreement, order))))
                : new Card(new Paragraph(say("schedules.not-offered")));
    }

    private Div changes(Plan plan) {
        var changes = column();
        plans.proposal(who(), plan)
                .map(proposal -> new ProposalCard(proposal, this::look, () -> keep(plan)))
                .ifPresent(changes::add);
        plans.yearEnd(who(), plan)
                .map(end -> new YearEndCard(plan, end, () -> look(plan, end)))
                .ifPresent(changes::add);
        if (plans.isToBeEnded(who(), plan)) {
            changes.add(Notice.plain(Tone.WARN, say("schedules.returns")));
        }
        changes.add(
                new Card(
                        say("schedules.revise"),
                        PlanForms.revision(
                                plan.total(),
                                effect::removeAll,
                                year -> look(plans.revision(who(), agreement, year, today())))),
                new Card(say("schedules.close"), PlanForms.closing(why -> look(plan, why))));
        return changes;
    }

    private void keep(Plan plan) {
        act(() -> plans.keep(who(), agreement, plan.id()), "schedules.proposal.kept");
    }

    private void look(PlanDraft draft) {
        offer(new DraftCard(
                say("schedules.draft.staff"),
                draft,
                say("schedules.agree"),
                () -> act(() -> plans.agree(who(), agreement, draft), "schedules.agreed"),
                effect::removeAll));
    }

    private void look(PlanRevision revision) {
        offer(new RevisionCard(
                revision,
                () -> act(() -> plans.revise(who(), agreement, revision), "schedules.revised"),
                effect::removeAll));
    }

    private void look(Plan plan, PlanClosing why) {
        sure(
                "schedules.close.sure",
                ScheduleWords.of(plans.ending(who(), agreement, plan.id(), why), today()),
                Button.danger(say("schedules.close.yes"))
                        .onPress(() -> act(() -> plans.close(who(), agreement, plan.id(), why), "schedules.ended")));
    }

    private void look(Plan plan, YearEnd end) {
        sure(
                "schedules.settle.sure",
                ScheduleWords.of(end),
                Button.primary(say("schedules.settle"))
                        .onPress(() -> act(() -> plans.settle(who(), agreement, plan.id(), end), "schedules.settled")));
    }

    private void look(WaitingRefund refund) {
        sure(
                "schedules.refund.sure",
                say("schedules.refund.sure.what", refund.amount()),
                Button.primary(say("schedules.refund.yes"))
                        .onPress(() -> act(() -> plans.refunded(who(), refund), "schedules.refunded")));
    }

    private void sure(String title, String what, Button yes) {
        var card = new Card(say(title)).main();
        card.add(
                new Paragraph(what),
                row(yes, Button.link(say("schedules.change")).onPress(effect::removeAll)));
        offer(card);
    }

    /** What was said of the act before goes with the next question. */
    private void offer(Component card) {
        told.removeAll();
        effect.removeAll();
        effect.add(card);
        focus(card);
    }

    private void act(Runnable work, String done) {
        try {
            work.run();
            show(Notice.plain(Tone.GOOD, say(done)).announced());
        } catch (DomainException refused) {
            show(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private CurrentStaff who() {
        return signedIn.get();
    }
}
