package fr.ondine.platform.oidc;

import fr.ondine.platform.oidc.ProviderRefused.Reason;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** What is to be told of a failure. */
final class Failure {

    private static final Set<String> AWAY = Set.of("server_error", "temporarily_unavailable");

    private Failure() {}

    /** Of an error that a provider tells. */
    static Reason told(String error) {
        if (error.equals("access_denied")) {
            return Reason.GIVEN_UP;
        }
        return AWAY.contains(error) ? Reason.AWAY : Reason.FAILED;
    }

    /** Of one that was met while asking it. */
    static Reason met(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                        .anyMatch(one ->
                                one instanceof ResourceAccessException || one instanceof HttpServerErrorException)
                ? Reason.AWAY
                : Reason.FAILED;
    }
}
