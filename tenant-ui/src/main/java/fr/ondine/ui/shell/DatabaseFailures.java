package fr.ondine.ui.shell;

import fr.ondine.platform.tenancy.DatabaseAway;
import fr.ondine.platform.tenancy.OnItsWay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets the failure of a database that is away through to who answers it. Spring would take the end of its connection for
 * that of the visitor's, and answer an empty 200.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFailures implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (DatabaseAway.isIn(failure) || OnItsWay.isIn(failure)) {
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
        return null;
    }
}
