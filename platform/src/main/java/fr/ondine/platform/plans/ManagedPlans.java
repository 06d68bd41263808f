package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of a utility, as its staff look at them, agree them with payers, revise and end them. */
@Service
@Transactional
public class ManagedPlans {

    public static final int PAGE = 50;

    private final PlanBook book;
    private final PlanDrafts drafts;
    private final PlanProposals proposals;
    private final YearEnds ends;
    private final ListedPlans listed;
    private final Settlements settlements;
    private final PlanRefunds refunds;
    private final PlanPaper paper;
    private final Agreements agreements;
    private final Clock clock;

    ManagedPlans(
            PlanBook book,
            PlanDrafts drafts,
            PlanProposals proposals,
            YearEnds ends,
            ListedPlans listed,
            Settlements settlements,
            PlanRefunds refunds,
            PlanPaper paper,
            Agreements agreements,
            Clock clock) {
        this.clock = clock;
        this.book = book;
        this.drafts = drafts;
        this.proposals = proposals;
        this.ends = ends;
        this.listed = listed;
        this.settlements = settlements;
        this.refunds = refunds;
        this.paper = paper;
        this.agreements = agreements;
    }

    /** The newest first; the same few queries however many there are. */
    @Transactional(readOnly = true)
    public PlanPage list(CurrentStaff who, PlanFilter filter, int page) {
        who.require(StaffPermission.LOOK);
        return listed.page(filter, page, PAGE);
    }

    /** The one that runs, or else the one that ended last. */
    @Transactional(readOnly = true)
    public Optional<Plan> find(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return book.latest(agreement);
    }

    /** The one that runs as it is printed, for a payer who has no account. */
    @Transactional(readOnly = true)
    public DocumentContent printed(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        var plan = book.latest(agreement).filter(Plan::isRunning).orElseThrow(UnknownAgreement::new);
        var card = agreements.find(agreement).orElseThrow(UnknownAgreement::new);
        return paper.of(plan, card, card.mandate() != null);
    }

    /** What to do about the difference once the year is billed; empty before. */
    @Transactional(readOnly = true)
    public Optional<YearEnd> yearEnd(CurrentStaff who, Plan plan) {
        who.require(StaffPermission.LOOK);
        return ends.of(plan);
    }

    /** Whether so many payments came back that the utility's rules have the plan ended. */
    @Transactional(readOnly = true)
    public boolean isToBeEnded(CurrentStaff who, Plan plan) {
        who.require(StaffPermission.LOOK);
        return book.isToBeEnded(plan);
    }

    @Transactional(readOnly = true)
    public PlanOffer offer(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.BILL);
        return drafts.rules()
                .map(rules -> new PlanOffer(rules.days(), drafts.year(agreement)))
                .orElse(PlanOffer.NONE);
    }

    /**
     * What the plan would be; nothing is kept.
     *
     * @throws PlanRefused when there can be no such plan
     */
    @Transactional(readOnly = true)
    public PlanDraft draft(CurrentStaff who, AgreementId agreement, PlanOrder order) {
        who.require(StaffPermission.BILL);
        return book.draft(agreement, order);
    }

    /** Puts in force what was looked at, once; refused when it would be another by now. */
    public PlanId agree(CurrentStaff who, AgreementId agreement, PlanDraft seen) {
        who.requireProven(StaffPermission.BILL, clock);
        return book.agree(agreement, seen, who.actor());
    }

    /** What another amount for the year would change, from a day on; nothing is kept. */
    @Transactional(readOnly = true)
    public PlanRevision revision(CurrentStaff who, AgreementId agreement, Money year, LocalDate from) {
        who.require(StaffPermission.BILL);
        return book.revision(agreement, year, from);
    }

    public void revise(CurrentStaff who, AgreementId agreement, PlanRevision seen) {
        who.requireProven(StaffPermission.BILL, clock);
        book.revise(agreement, seen, who.actor());
    }

    /** What a leak that was relieved would have changed in a plan that runs; empty where there is none, or it was looked at. */
    @Transactional(readOnly = true)
    public Optional<PlanProposal> proposal(CurrentStaff who, Plan plan) {
        who.require(StaffPermission.LOOK);
        return proposals.of(plan);
    }

    /** Leaves a plan as it is, though a leak was relieved. */
    public void keep(CurrentStaff who, AgreementId agreement, PlanId plan) {
        who.require(StaffPermission.BILL);
        book.keep(agreement, plan, who.actor());
    }

    /** Does what the rules make of the difference, as it was looked at, once. */
    public void settle(CurrentStaff who, AgreementId agreement, PlanId plan, YearEnd seen) {
        who.requireProven(StaffPermission.MOVE_MONEY, clock);
        settlements.settle(agreement, plan, seen, who.actor());
    }

    /** What is to be given back of an earlier year. */
    @Transactional(readOnly = true)
    public Optional<WaitingRefund> refund(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return refunds.waiting(agreement);
    }

    /** Notes that it was paid back, once; no money is moved from here. */
    public void refunded(CurrentStaff who, WaitingRefund seen) {
        who.requireProven(StaffPermission.MOVE_MONEY, clock);
        refunds.paid(seen, who.actor());
    }

    /** What ending it would bring. */
    public PlanEnding ending(CurrentStaff who, AgreementId agreement, PlanId plan, PlanClosing why) {
        who.require(StaffPermission.BILL);
        return book.ending(agreement, plan, why, who.actor());
    }

    /** Ends it: what was paid is set against the invoices, and what is left of it stays to the credit of the agreement. */
    public void close(CurrentStaff who, AgreementId agreement, PlanId plan, PlanClosing why) {
        who.requireProven(StaffPermission.BILL, clock);
        book.close(agreement, plan, why, who.actor());
    }
}
