package fr.ondine.platform.stories;

/** Does what a step says, or nothing where there is nothing that it could be done to. */
final class Deeds {

    private final Story story;
    private final SoftwareDeeds software;
    private final ArchiveDeeds archives;
    private final CardDeeds cards;
    private final PlanDeeds plans;
    private final StaffDeeds staff;
    private final ReminderDeeds reminders;

    Deeds(Story story) {
        this.story = story;
        software = new SoftwareDeeds(story);
        archives = new ArchiveDeeds(story);
        cards = new CardDeeds(story);
        plans = new PlanDeeds(story);
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
            case CARD_GIVEN_BACK -> cards.isGivenBack(step);
            case CARD_HEARD -> cards.isHeard(step);
            case PLAN_AGREED -> plans.agrees(party, step);
            case PLAN_REVISED -> plans.revises(party, step);
            case PLAN_CLOSED -> plans.closes(party, step);
            case PLAN_SETTLED -> plans.settles(party);
            case PLAN_REFUNDED -> plans.refunds(party);
            case INSTALMENT -> plans.isPaidOne(party);
            case INSTALMENTS -> plans.isPaidAllDue(party);
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
