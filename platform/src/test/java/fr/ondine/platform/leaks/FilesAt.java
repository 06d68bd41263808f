package fr.ondine.platform.leaks;

import java.time.Clock;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** The platform's own files of leaks on other days: what a run of a story writes is written on the days of that story. */
final class FilesAt {

    private static final String CLOCK = "clock";

    private final Object store;
    private final Object before;

    private FilesAt(Object store) {
        this.store = store;
        this.before = ReflectionTestUtils.getField(store, CLOCK);
    }

    static FilesAt of(LeakStore store, Clock clock) {
        var files = new FilesAt(AopTestUtils.getUltimateTargetObject(store));
        ReflectionTestUtils.setField(files.store, CLOCK, clock);
        return files;
    }

    void again() {
        ReflectionTestUtils.setField(store, CLOCK, before);
    }
}
