package fr.ondine.ui.operatorapi;

import fr.ondine.migrations.MigrationFailed;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.Refusal;
import fr.ondine.ui.shell.Problems;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells programs what was refused, each refusal by a type of its own; before the advice that tells people. */
@RestControllerAdvice(basePackageClasses = ProgramRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProgramRefusals extends ResponseEntityExceptionHandler {

    /** What is no conflict with the present state. */
    private static final Map<String, HttpStatus> STATUSES = Map.of(
            "fleet.unknown-utility", HttpStatus.NOT_FOUND,
            "fleet.unknown-version", HttpStatus.NOT_FOUND,
            "fleet.version-outdated", HttpStatus.PRECONDITION_FAILED,
            "fleet.limits-refused", HttpStatus.UNPROCESSABLE_CONTENT,
            "fleet.deletion-wrong-name", HttpStatus.UNPROCESSABLE_CONTENT,
            "operators.permission-missing", HttpStatus.FORBIDDEN);

    @ExceptionHandler
    ProblemDetail onRefusal(DomainException refused) {
        return Problems.of(STATUSES.getOrDefault(refused.code(), HttpStatus.CONFLICT), refused);
    }

    @ExceptionHandler
    ProblemDetail onConfiguration(InvalidConfiguration invalid) {
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-configuration",
                "faults found: " + invalid.refusals().size());
        problem.setProperty(
                "errors", invalid.refusals().stream().map(Fault::new).toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail onUnseen(VersionNeeded unseen) {
        return Problems.of(
                HttpStatus.PRECONDITION_REQUIRED, "version-needed", "say in If-Match which version you have seen.");
    }

    @ExceptionHandler
    ProblemDetail onFailure(MigrationFailed failed) {
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "migration-failed", String.valueOf(failed.getMessage()));
    }

    /**
     * One fault of a configuration.
     *
     * @param field the path of keys that leads to it
     * @param reason what is wrong, for a program
     * @param sentence the same for a person, in the language of configurations
     */
    record Fault(String field, int line, String reason, String sentence) {

        Fault(Refusal refusal) {
            this(refusal.path(), refusal.line(), refusal.code(), refusal.sentence(Locale.FRENCH));
        }
    }
}
