package fr.ondine.platform.stories;

import fr.ondine.platform.stories.Step.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws stories: each is of some kinds of steps only, so that these meet each other more often. */
final class Steps {

    private static final int FEWEST = 30;
    private static final int MOST = 80;

    /** Where a plan that is paid begins. */
    private static final List<Kind> PLANNED = List.of(Kind.PLAN_AGREED, Kind.DAYS, Kind.DAYS, Kind.INSTALMENTS);

    private static final List<Kind> BILLED = List.of(Kind.BILL, Kind.ARCHIVE);

    private Steps() {}

    static List<Step> drawn(long seed) {
        var random = new Random(seed);
        var theme = Theme.drawn(random);
        var kinds = theme.kinds(random);
        var steps = new ArrayList<Step>();
        theme.first()
                .forEach(kind -> steps.add(Step.drawn(random, List.of(kind)).of(0)));
        if (random.nextInt(3) > 0) {
            PLANNED.forEach(kind -> steps.add(Step.drawn(random, List.of(kind))));
        }
        BILLED.forEach(kind -> steps.add(Step.drawn(random, List.of(kind))));
        var number = FEWEST + random.nextInt(MOST - FEWEST);
        while (steps.size() < number) {
            steps.add(Step.drawn(random, kinds));
        }
        return List.copyOf(steps);
    }
}
