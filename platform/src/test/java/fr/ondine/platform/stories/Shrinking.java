package fr.ondine.platform.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Leaves out steps of a story that fails as long as it still fails in the same way. */
record Shrinking(Function<List<Step>, Optional<Failure>> tell) {

    /**
     * @param words what happened until it failed
     */
    record Failure(String rule, String message, List<String> words) {}

    record Shortest(List<Step> steps, Failure failure) {}

    Shortest shrink(List<Step> story, Failure first) {
        var shortest = new Shortest(story, first);
        for (var size = Math.max(1, story.size() / 2); size >= 1; size /= 2) {
            var at = 0;
            while (at < shortest.steps().size()) {
                var fewer = without(shortest.steps(), at, size);
                var again = tell.apply(fewer).filter(one -> one.rule().equals(first.rule()));
                if (again.isPresent()) {
                    shortest = new Shortest(fewer, again.get());
                } else {
                    at += size;
                }
            }
        }
        return shortest;
    }

    private static List<Step> without(List<Step> steps, int at, int size) {
        var fewer = new ArrayList<>(steps.subList(0, at));
        fewer.addAll(steps.subList(Math.min(steps.size(), at + size), steps.size()));
        return fewer;
    }
}
