package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.reminders.BatchCount;
import fr.ondine.platform.reminders.KeptReason;
import fr.ondine.platform.reminders.LetterFilter;
import fr.ondine.platform.reminders.LetterState;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** How many letters of each kind a batch has, for how much, and how many get none. */
final class SumsCard extends Card {

    SumsCard(List<BatchCount> counts) {
        super(say("dunning.sums"));
        var sums = new Definitions().wide();
        counts.stream().filter(SumsCard::isGoing).forEach(one -> sums.with(going(one), figures(one)));
        if (count(counts, LetterFilter.GOING) > 0) {
            sums.with(say("dunning.sums.all"), all(counts));
        }
        counts.stream()
                .filter(one -> !isGoing(one))
                .collect(groupingBy(SumsCard::out, LinkedHashMap::new, summingInt(BatchCount::count)))
                .forEach((why, count) -> sums.with(why, Written.number(count)));
        add(sums);
    }

    static int count(List<BatchCount> counts, LetterFilter filter) {
        return counts.stream()
                .filter(one -> isGoing(one) == (filter == LetterFilter.GOING))
                .mapToInt(BatchCount::count)
                .sum();
    }

    static int left(List<BatchCount> counts) {
        return counts.stream()
                .filter(one -> one.state() == LetterState.SENT)
                .mapToInt(BatchCount::count)
                .sum();
    }

    static boolean isGoing(BatchCount one) {
        return one.state() == LetterState.PROPOSED || one.state() == LetterState.SENT;
    }

    private static String going(BatchCount one) {
        return DunningWords.way(Objects.requireNonNull(one.step()), one.byMail(), one.byPaper(), one.isReturned());
    }

    private static String out(BatchCount one) {
        var reason = one.reason();
        return reason == null
                ? DunningWords.of("letter", one.state())
                : DunningWords.kept(one.state(), KeptReason.valueOf(reason));
    }

    private static String all(List<BatchCount> counts) {
        var amount = counts.stream()
                .filter(SumsCard::isGoing)
                .map(BatchCount::amount)
                .reduce(Money.zero(), Money::plus);
        return DunningWords.count("dunning.sums.of", count(counts, LetterFilter.GOING), amount);
    }

    private static String figures(BatchCount one) {
        return DunningWords.count("dunning.sums.of", one.count(), one.amount());
    }
}
