package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Money;

/** A plan that cannot be: not offered, a second one, of nothing, or not as it was looked at. */
public final class PlanRefused extends DomainException {

    private PlanRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static PlanRefused notOffered() {
        return new PlanRefused("plans.not-offered");
    }

    static PlanRefused dayNotOffered() {
        return new PlanRefused("plans.day-not-offered");
    }

    /** The agreement has one already. */
    static PlanRefused runsAlready() {
        return new PlanRefused("plans.runs-already");
    }

    /** Its agreement is over. */
    static PlanRefused agreementOver() {
        return new PlanRefused("plans.agreement-over");
    }

    /** Nobody knows what a year will cost. */
    static PlanRefused amountUnknown() {
        return new PlanRefused("plans.amount-unknown");
    }

    /** A year that is less than one payment. */
    static PlanRefused tooLittle(Money year, Money least) {
        return new PlanRefused("plans.too-little", year, least);
    }

    /** What is to be given back has been used, or given back, meanwhile. */
    static PlanRefused refundChanged() {
        return new PlanRefused("plans.refund-changed");
    }

    /**
     * Its year is billed: a plan that brings less would leave a part of it that nobody asks for, and one that brings more
     * would be settled anew as soon as a payment comes.
     */
    static PlanRefused settled(Money owed) {
        return new PlanRefused("plans.settled", owed);
    }

    /** Every day of the plan is past or paid. */
    static PlanRefused nothingLeft() {
        return new PlanRefused("plans.nothing-left");
    }

    static PlanRefused changed() {
        return new PlanRefused("plans.changed");
    }
}
