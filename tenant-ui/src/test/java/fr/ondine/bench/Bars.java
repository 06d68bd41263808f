package fr.ondine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the figures of a measure have to reach: said after them, and by the exit status for whoever runs it unseen. */
final class Bars {

    private static final int MISSED = 2; // 1 says that nothing was measured

    private final String bench;
    private final List<String> missed = new ArrayList<>();

    Bars(String bench) {
        this.bench = bench;
    }

    void atLeast(String figure, double bar, double reached) {
        check(figure, "<", bar, reached, reached >= bar);
    }

    void atMost(String figure, double bar, double reached) {
        check(figure, ">", bar, reached, reached <= bar);
    }

    /** Whoever could not measure has not reached it either. */
    private void check(String figure, String than, double bar, double reached, boolean isReached) {
        if (!isReached) {
            missed.add(String.format(Locale.ROOT, "%s %.2f %s %s", figure, reached, than, bar));
        }
    }

    /** As the last line of the measure. */
    String said() {
        var what = missed.stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(","));
        return "{\"bench\":\"" + bench + "\",\"bars\":\""
                + (missed.isEmpty() ? "met\"}" : "missed\",\"missed\":[" + what + "]}");
    }

    int status() {
        return missed.isEmpty() ? 0 : MISSED;
    }

    /** Says it and ends the process. */
    void end() {
        System.out.println(said());
        System.exit(status());
    }
}
