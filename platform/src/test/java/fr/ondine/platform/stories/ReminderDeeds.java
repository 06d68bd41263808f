package fr.ondine.platform.stories;

import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.reminders.BatchId;
import fr.ondine.platform.reminders.BatchLetter;
import fr.ondine.platform.reminders.LetterFilter;
import fr.ondine.platform.reminders.LetterPage;
import fr.ondine.platform.reminders.LetterState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Letters to those who are late: of no more than is late, and of nothing twice. */
final class ReminderDeeds {

    private final Story story;
    private final Utility utility;

    ReminderDeeds(Story story) {
        this.story = story;
        utility = story.utility;
    }

    /** A batch that is sent at once, and once more. */
    Deed reminds(Step step) {
        var touched = new HashSet<Party>();
        var batch = utility.in(() -> utility.reminders.prepare(utility.staff));
        touched.addAll(story.work());
        var proposed = letters(batch, LetterState.PROPOSED);
        proposed.forEach(this::isOfWhatIsLate);
        if (step.size() % 4 == 0) {
            recall(batch, touched);
            return deed(proposed, touched, "taken back");
        }
        utility.in(() -> utility.reminders.send(utility.staff, batch));
        touched.addAll(story.work());
        var sent = letters(batch, LetterState.SENT);
        if (sent.size() != proposed.size()) {
            throw new StoryFailed("what is looked at is sent", words(proposed) + " became " + words(sent));
        }
        nobodyIsToldTwice(sent, touched);
        return deed(sent, touched, "sent");
    }

    private void nobodyIsToldTwice(List<BatchLetter> sent, HashSet<Party> touched) {
        var next = utility.in(() -> utility.reminders.prepare(utility.staff));
        touched.addAll(story.work());
        var again = letters(next, LetterState.PROPOSED).stream()
                .filter(one ->
                        sent.stream().anyMatch(letter -> letter.agreement().equals(one.agreement())))
                .toList();
        recall(next, touched);
        if (!again.isEmpty()) {
            throw new StoryFailed("nobody is reminded twice at once", words(again));
        }
    }

    private void recall(BatchId batch, HashSet<Party> touched) {
        utility.in(() -> utility.reminders.recall(utility.staff, batch));
        touched.addAll(story.work());
    }

    private void isOfWhatIsLate(BatchLetter letter) {
        Debt debt = utility.reading(() -> utility.debts.of(letter.agreement()));
        var late = debt.open().stream()
                .filter(open -> open.state() == ReceivableState.OVERDUE)
                .map(OpenReceivable::left)
                .mapToLong(Cents::of)
                .sum();
        var amount = Cents.of(letter.amount());
        if (amount <= 0 || amount > late || amount > Cents.of(debt.asked()) || amount > Cents.of(debt.due())) {
            throw new StoryFailed(
                    "a letter is of no more than what is late",
                    words(List.of(letter)) + ", late " + Cents.text(late) + " of " + debt.due());
        }
    }

    /** Those of this story: others were told at the same utility. */
    private List<BatchLetter> letters(BatchId batch, LetterState state) {
        return pages(batch)
                .flatMap(page -> page.rows().stream())
                .filter(letter -> letter.state() == state
                        && story.software.parties.stream()
                                .anyMatch(party -> party.agreement().equals(letter.agreement())))
                .toList();
    }

    private Stream<LetterPage> pages(BatchId batch) {
        var pages = new ArrayList<LetterPage>();
        do {
            pages.add(utility.in(
                    () -> utility.reminders.letters(utility.staff, batch, LetterFilter.GOING, pages.size())));
        } while (pages.getLast().hasMore());
        return pages.stream();
    }

    private static Deed deed(List<BatchLetter> letters, HashSet<Party> touched, String what) {
        return letters.isEmpty() ? Deed.NONE : new Deed(what + " " + words(letters), touched, () -> {});
    }

    private static String words(List<BatchLetter> letters) {
        return letters.stream()
                .map(letter ->
                        letter.step() + " of " + Cents.text(Cents.of(letter.amount())) + " since " + letter.oldestDue())
                .toList()
                .toString();
    }
}
