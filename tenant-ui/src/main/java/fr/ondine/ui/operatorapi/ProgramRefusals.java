package fr.ondine.ui.operatorapi;

import fr.ondine.migrations.MigrationFailed;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.Refusal;
import fr.ondine.ui.shell.Problems;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Tells programs what was refused, each refusal by a type of its own; before the advice that tells people. */
@RestControllerAdvice(basePackageClasses = ProgramRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProgramRefusals extends ResponseEntityExceptionHandler {

    private static final Set<String> WHAT_WAS_SENT = Set.of(
            "fleet.limits-refused",
            "fleet.reason-reserved",
            "fleet.deletion-wrong-name",
            "fleet.transfer-move-unknown-cluster",
            "fleet.transfer-passphrase-short",
            "fleet.transfer-wrong-passphrase",
            "fleet.transfer-not-whole",
            "fleet.transfer-not-an-export",
            "fleet.transfer-format",
            "fleet.transfer-altered",
            "fleet.transfer-newer",
            "fleet.transfer-other-tables",
            "fleet.transfer-other-work",
            "fleet.transfer-rows-lost");

    @ExceptionHandler
    ProblemDetail onRefusal(DomainException refused) {
        return of(refused);
    }

    @ExceptionHandler
    ProblemDetail onConfiguration(InvalidConfiguration invalid) {
        return of(invalid);
    }

    @ExceptionHandler
    ProblemDetail onUnseen(VersionNeeded unseen) {
        return Problems.of(
                HttpStatus.PRECONDITION_REQUIRED, "version-needed", "say in If-Match which version you have seen.");
    }

    @ExceptionHandler
    ProblemDetail onFailure(MigrationFailed failed) {
        return of(failed);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(refused, Problems.of(refused), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = refused.getCause() instanceof JacksonException unread
                ? unread.getOriginalMessage()
                : "the body cannot be read";
        return handleExceptionInternal(
                refused, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }

    /** The same for an answer that has begun; what is no refusal is thrown on. */
    static ProblemDetail of(RuntimeException refused) {
        return switch (refused) {
            case DomainException reason -> Problems.of(status(reason), reason);
            case InvalidConfiguration invalid -> faults(invalid);
            case MigrationFailed failed ->
                Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "migration-failed", String.valueOf(failed.getMessage()));
            default -> throw refused;
        };
    }

    /** Most refusals are a conflict with the present state. */
    private static HttpStatus status(DomainException refused) {
        return switch (refused.code()) {
            case "fleet.unknown-utility", "fleet.unknown-version" -> HttpStatus.NOT_FOUND;
            case "fleet.version-outdated" -> HttpStatus.PRECONDITION_FAILED;
            case "fleet.transfer-too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "operators.permission-missing" -> HttpStatus.FORBIDDEN;
            default -> isAboutWhatWasSent(refused) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        };
    }

    private static boolean isAboutWhatWasSent(DomainException refused) {
        return WHAT_WAS_SENT.contains(refused.code());
    }

    private static ProblemDetail faults(InvalidConfiguration invalid) {
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-configuration",
                "faults found: " + invalid.refusals().size());
        problem.setProperty(
                "errors", invalid.refusals().stream().map(Fault::new).toList());
        return problem;
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
            this(refusal.path(), refusal.line(), refusal.code(), refusal.sentence(Sentences.commonLanguage()));
        }
    }
}
