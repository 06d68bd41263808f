package fr.ondine.simulators.stripe;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong with the next calls of an operation.
 *
 * @param path the beginning of the path, such as {@code /v1/checkout/sessions}
 * @param account the only account concerned; absent for all
 * @param executed whether the operation takes effect before it goes wrong
 * @param status the status answered; 0 to answer as usual (late), -1 to drop the connection
 */
public record Fault(
        String method, String path, Optional<String> account, boolean executed, int status, Duration delay, int times) {

    /** The operation is refused with a status and has no effect. */
    public static Fault refused(String method, String path, int status) {
        return new Fault(method, path, Optional.empty(), false, status, Duration.ZERO, 1);
    }

    /** The operation takes effect and the caller is told otherwise. */
    public static Fault executedBut(String method, String path, int status) {
        return new Fault(method, path, Optional.empty(), true, status, Duration.ZERO, 1);
    }

    /** The operation takes effect and the connection is dropped without an answer. */
    public static Fault unanswered(String method, String path) {
        return executedBut(method, path, -1);
    }

    /** The operation takes effect and its answer comes late. */
    public static Fault late(String method, String path, Duration delay) {
        return new Fault(method, path, Optional.empty(), true, 0, delay, 1);
    }

    /** The same, for so many calls. */
    public Fault times(int count) {
        return new Fault(method, path, account, executed, status, delay, count);
    }

    boolean concerns(ApiRequest request, Account called) {
        return request.method().equals(method)
                && request.path().startsWith(path)
                && account.map(called.settings().id()::equals).orElse(true);
    }
}
