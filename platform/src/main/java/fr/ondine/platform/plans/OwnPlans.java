package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of an agreement as its subscriber sees it, asks for it and stops it. */
@Service
@Transactional
public class OwnPlans {

    private final PlanBook book;
    private final PlanDrafts drafts;
    private final PlanPaper paper;
    private final Agreements agreements;
    private final Tenants tenants;

    OwnPlans(PlanBook book, PlanDrafts drafts, PlanPaper paper, Agreements agreements, Tenants tenants) {
        this.book = book;
        this.drafts = drafts;
        this.paper = paper;
        this.agreements = agreements;
        this.tenants = tenants;
    }

    /** The plan that runs. */
    @Transactional(readOnly = true)
    public Optional<Plan> running(UserId user, AgreementId agreement) {
        agreements.requireSeen(user, agreement);
        return book.latest(agreement).filter(Plan::isRunning);
    }

    /** The plan that runs as it is printed, to be kept. */
    @Transactional(readOnly = true)
    public DocumentContent printed(UserId user, AgreementId agreement) {
        var plan = running(user, agreement).orElseThrow(UnknownAgreement::new);
        return paper.of(plan, agreements.seen(user, agreement), isDebited(agreement));
    }

    /** Whether the plan that is printed says how each payment is made. */
    @Transactional(readOnly = true)
    public boolean isPrintedHowToPay(UserId user, AgreementId agreement) {
        agreements.requireSeen(user, agreement);
        return paper.saysHowToPay(isDebited(agreement));
    }

    private boolean isDebited(AgreementId agreement) {
        return agreements.find(agreement).map(AgreementCard::mandate).isPresent();
    }

    /** Without days where the utility does not let subscribers ask for a plan. */
    @Transactional(readOnly = true)
    public PlanOffer offer(UserId user, AgreementId agreement) {
        agreements.requireLinked(user, agreement);
        return isOnline() && !isPlannedElsewhere(user, agreement)
                ? drafts.rules()
                        .map(rules -> new PlanOffer(rules.days(), drafts.year(agreement)))
                        .orElse(PlanOffer.NONE)
                : PlanOffer.NONE;
    }

    @Transactional(readOnly = true)
    public PlanDraft draft(UserId user, AgreementId agreement, int day) {
        requireOnline(user, agreement);
        if (isPlannedElsewhere(user, agreement)) {
            throw PlanRefused.runsAlready();
        }
        return book.draft(agreement, new PlanOrder(day, Optional.empty()));
    }

    /** Puts in force what was looked at, once; refused when it would be another by now. */
    public PlanId agree(UserId user, AgreementId agreement, PlanDraft seen) {
        requireOnline(user, agreement);
        if (seen.order().year().isPresent()) {
            throw PlanRefused.changed();
        }
        return book.agree(agreement, seen, actor(user));
    }

    /** What stopping it would bring. */
    public PlanEnding ending(UserId user, AgreementId agreement, PlanId plan) {
        requireOnline(user, agreement);
        return book.ending(agreement, plan, PlanClosing.WISH, actor(user));
    }

    /** A payer may leave at any time. */
    public void stop(UserId user, AgreementId agreement, PlanId plan) {
        requireOnline(user, agreement);
        book.close(agreement, plan, PlanClosing.WISH, actor(user));
    }

    /** Whether the utility's own software debits it by the month already: a second plan would be paid twice. */
    private boolean isPlannedElsewhere(UserId user, AgreementId agreement) {
        return agreements.card(user, agreement).paymentMethod() == PaymentMethod.INSTALMENTS;
    }

    private boolean isOnline() {
        return tenants.current().offers(Feature.INSTALMENT_PLANS);
    }

    private void requireOnline(UserId user, AgreementId agreement) {
        agreements.requireLinked(user, agreement);
        if (!isOnline()) {
            throw PlanRefused.notOffered();
        }
    }

    private static String actor(UserId user) {
        return "user:" + user;
    }
}
