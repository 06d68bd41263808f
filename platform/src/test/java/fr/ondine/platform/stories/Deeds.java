package fr.ondine.platform.stories;

/** Does what a step says, or nothing where there is nothing that it could be done to. */
final class Deeds {

    private final Story story;
    private final SoftwareDeeds software;
    private final MandateDeeds mandates;
    private final ArchiveDeeds archives;
    private final CardDeeds cards;
    private final ProviderDeeds provider;
    private final PlanDeeds plans;
    private final OwnPlanDeeds ownPlans;
    private final LeakDeeds leaks;
    private final StaffDeeds staff;
    private final ReminderDeeds reminders;

    Deeds(Story story) {
        this.story = story;
        software = new SoftwareDeeds(story);
        mandates = new MandateDeeds(story);
        archives = new ArchiveDeeds(story);
        cards = new CardDeeds(story);
        provider = new ProviderDeeds(story, cards);
        plans = new PlanDeeds(story);
        ownPlans = new OwnPlanDeeds(story);
        leaks = new LeakDeeds(story);
        staff = new StaffDeeds(story);
        reminders = new ReminderDeeds(story);
    }

    Deed does(Step step) {
        var parties = story.software.parties;
        var party = parties.get(step.who() % parties.size());
        return switch (step.kind()) {
            case BILL -> software.bills(party, "reelle", step, 181);
            case YEAR -> software.billsYear(party, step);
            case ESTIMATE -> software.bills(party, "estimee", step, 181);
            case ONE_OFF -> software.bills(party, "ponctuelle", step, 0);
            case MOVE_OUT -> software.movesOut(party, step);
            case AVOIR -> software.credits(party, step);
            case GESTURE -> software.givesCredit(party, step);
            case PAID -> software.isPaid(party, step);
            case PAID_ODDLY -> software.isPaidOddly(party, step);
            case ON_ACCOUNT -> software.isPaidOnAccount(party, step);
            case SENT_BACK -> software.comesBack(party, step);
            case MANDATE_SIGNED -> mandates.isSigned(party);
            case MANDATE_REVOKED -> mandates.isRevoked(party, step);
            case DEBITED -> mandates.isDebited(party);
            case GIVEN_BACK -> software.givesBack(party, step);
            case CARD_REPEATED -> software.repeatsCard(party, step);
            case ARCHIVE -> archives.whole();
            case NEWS -> archives.news();
            case LEFT_OUT -> archives.withoutOne(step);
            case AGAIN -> archives.again();
            case NEXT_HOLDER -> archives.passesOn(party);
            case RENUMBERED -> archives.renumbers(party);
            case CARD_STARTED -> cards.starts(party, step);
            case CARD_PAID -> cards.pays(party, step);
            case CARD_LATER -> cards.paysLater(party, step);
            case CARD_DECLINED -> cards.isDeclined(party, step);
            case CARD_CONCLUDED -> cards.concludes(step);
            case CARD_GIVEN_BACK -> cards.isGivenBack(party, step);
            case CARD_HEARD -> cards.isHeard(step);
            case REFUND_FAILED -> provider.refundFails(party, step);
            case CARD_DISPUTED -> provider.isDisputed(step);
            case DISPUTE_DECIDED -> provider.isDecided(step);
            case TOLD_LATE -> provider.tells(step);
            case TOLD_AGAIN -> provider.tellsAgain(step);
            case ASKED_FOR_LOST -> provider.isAskedForLost();
            case CARD_LOST -> cards.isLost(party, step);
            case UNANSWERED -> provider.doesNotAnswer(step);
            case PLAN_AGREED -> plans.agrees(party, step);
            case PLAN_REVISED -> plans.revises(party, step);
            case PLAN_CLOSED -> plans.closes(party, step);
            case PLAN_SETTLED -> plans.settles(party);
            case PLAN_REFUNDED -> plans.refunds(party);
            case INSTALMENT -> plans.isPaidOne(party);
            case INSTALMENTS -> plans.isPaidAllDue(party);
            case OWN_PLAN_AGREED -> ownPlans.agrees(party, step);
            case OWN_PLAN_SEEN -> ownPlans.looks(party, step);
            case OWN_PLAN_AGREED_LATE -> ownPlans.agreesLate(party);
            case OWN_PLAN_STOPPED -> ownPlans.stops(party);
            case OWN_PLAN_CHANGED -> ownPlans.changes(party, step);
            case LEAK_BILLED -> leaks.isBilled(party, step);
            case LEAK_OPENED -> leaks.isOpened(step);
            case LEAK_LETTER -> leaks.isToldByLetter(step);
            case LEAK_CERTIFIED -> leaks.isCertified(step);
            case LEAK_CHECKED -> leaks.isChecked(step);
            case LEAK_REFUSED -> leaks.isRefused(step);
            case LEAK_REOPENED -> leaks.isReopened(step);
            case LEAK_GRANTED -> leaks.isGranted(step);
            case CREDITED -> staff.credits(party, step);
            case RELIEVED -> staff.relieves(party, step);
            case REMINDED -> reminders.reminds(step);
            case DAYS -> days(step);
        };
    }

    private Deed days(Step step) {
        var days = new int[] {1, 3, 10, 31, 31, 62, 90}[step.size() % 7];
        story.utility.wait(days);
        return new Deed("" + days, java.util.Set.of(), () -> {});
    }
}
