package fr.ondine.platform.stories;

import fr.ondine.platform.stories.Shrinking.Failure;
import fr.ondine.platform.stories.Shrinking.Shortest;
import fr.ondine.testing.PlatformTest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whatever happens to a contract, and in whichever order: nobody owes a cent too much or too little, or is asked twice. */
@PlatformTest
@TestPropertySource(
        properties = {
            "ondine.jobs.enabled=false",
            "ondine.stripe.stories.secret-key=sk_test_stories",
            "ondine.stripe.stories.webhook-secret=whsec_stories",
            "ondine.stripe.strict.secret-key=sk_test_strict",
            "ondine.stripe.strict.webhook-secret=whsec_strict"
        })
class RandomStoriesTests {

    @Autowired
    BeanFactory beans;

    @TempDir
    Path folder;

    private Utility usual;
    private Utility strict;
    private final Set<String> shrunk = new HashSet<>();

    @BeforeEach
    void two_utilities() {
        usual = new Utility(beans, folder, Utility.USUAL);
        strict = new Utility(beans, folder, Utility.STRICT);
    }

    @AfterEach
    void today_again() {
        usual.end();
    }

    @Test
    void a_few_stories_hold() {
        var first = Long.getLong("stories.from", 1);
        hold(LongStream.range(first, first + Long.getLong("stories.count", 6)));
    }

    @Test
    @Tag("long")
    void many_stories_hold() {
        hold(LongStream.rangeClosed(1_001, 1_200));
    }

    private void hold(LongStream seeds) {
        var failed = seeds.boxed().flatMap(seed -> fails(seed).stream()).toList();
        if (!failed.isEmpty()) {
            Assertions.fail(failed.size() + " stories fail\n" + String.join("\n\n", failed));
        }
    }

    private Optional<String> fails(long seed) {
        var steps = Steps.drawn(seed);
        var utility = seed % 3 == 0 ? strict : usual;
        return tell(utility, steps, true)
                .map(failure ->
                        "story " + seed + " at " + utility.slug + " " + words(shortest(utility, steps, failure)));
    }

    /** One of each rule is worth the time. */
    private Shortest shortest(Utility utility, List<Step> steps, Failure failure) {
        if (!shrunk.add(failure.rule())) {
            return new Shortest(steps, failure);
        }
        var isOfOnce = failure.rule().equals(Story.ONCE);
        return new Shrinking(fewer -> tell(utility, fewer, isOfOnce)).shrink(steps, failure);
    }

    private static String words(Shortest shortest) {
        var failure = shortest.failure();
        return "of " + shortest.steps().size() + " steps\n  " + String.join("\n  ", failure.words()) + "\n  "
                + failure.message();
    }

    /** Empty where all holds. */
    private static Optional<Failure> tell(Utility utility, List<Step> steps, boolean isTwice) {
        var story = new Story(utility, isTwice);
        try {
            story.play(steps);
            return Optional.empty();
        } catch (StoryFailed failed) {
            return Optional.of(new Failure(failed.rule(), failed.getMessage(), List.copyOf(story.words)));
        } catch (RuntimeException failed) {
            var where = failed.getClass().getName() + " " + failed.getStackTrace()[0];
            return Optional.of(
                    new Failure(where, failed + Arrays.toString(failed.getStackTrace()), List.copyOf(story.words)));
        }
    }
}
