package fr.ondine.platform.runs;

import java.util.List;

/**
 * What is wrong with a run that is asked for.
 *
 * @param code the key of the sentence that says what to do
 */
public record RunFault(About about, String code, List<Object> arguments) {

    /** Which of the values of a {@link RunOrder} is to be changed. */
    public enum About {
        FROM,
        LAST_DAY,
        READ_UNTIL,
        ISSUED_ON,
        DUE_ON,
        PERIMETER
    }

    static RunFault of(About about, String reason, Object... arguments) {
        return new RunFault(about, "runs.order." + reason, List.of(arguments));
    }
}
