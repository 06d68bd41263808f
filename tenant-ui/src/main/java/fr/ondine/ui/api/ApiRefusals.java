package fr.ondine.ui.api;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.provider.ScopeMissing;
import fr.ondine.ui.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells programs what was refused, each refusal by a type of its own; before the advice that tells people. */
@RestControllerAdvice(basePackageClasses = ApiRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiRefusals extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onScope(ScopeMissing missing) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_scope\", scope=\"" + missing.scope() + "\"")
                .body(Problems.of(HttpStatus.FORBIDDEN, missing));
    }

    @ExceptionHandler
    ProblemDetail onRefusal(DomainException refused) {
        return Problems.of(status(refused), refused);
    }

    @ExceptionHandler
    ProblemDetail onImport(ImportRefused refused) {
        var report = refused.report();
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "import-refused",
                "nothing was taken; faults found: " + report.refusalCount());
        problem.setProperty("import", report.id());
        problem.setProperty("errors", report.refusals());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onTooMany(ImportsTooOften refused) {
        var taken = refused.taken();
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(taken.pauseSeconds()))
                .body(Problems.of(HttpStatus.TOO_MANY_REQUESTS, "imports-busy", "Too many imports by this program."));
    }

    @ExceptionHandler
    ProblemDetail onSize(BodyTooLarge refused) {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "sent-too-large", String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail onBody(BodyUnread unread) {
        return Problems.of(HttpStatus.BAD_REQUEST, "body-unread", String.valueOf(unread.getMessage()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(refused, Problems.of(refused), headers, status, request);
    }

    private static HttpStatus status(DomainException refused) {
        return switch (refused.code()) {
            case "customers.unknown-agreement", "billing.unknown-invoice" -> HttpStatus.NOT_FOUND;
            case "api.cursor-unknown" -> HttpStatus.BAD_REQUEST;
            case "imports.already-running", "documents.storage-full" -> HttpStatus.CONFLICT;
            case "imports.sent-too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
