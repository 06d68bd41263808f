package fr.ondine.ui.measures;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import fr.ondine.platform.tenancy.MeasuredUtility;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Names a request by the template of its page or address, and by its utility: an address itself has numbers in it, and a
 * query what somebody typed or was sent by mail.
 */
@Component
class MeasuredPages extends DefaultServerRequestObservationConvention {

    /** What Spring sees of every page of Vaadin. */
    private static final String ANYTHING = "/**";

    private final ServletContext servlets;
    private final MeasuredUtility utility;

    MeasuredPages(ServletContext servlets, MeasuredUtility utility) {
        this.servlets = servlets;
        this.utility = utility;
    }

    @Override
    public String getContextualName(ServerRequestObservationContext context) {
        return "http " + method(context).getValue().toLowerCase(Locale.ROOT) + " "
                + uri(context).getValue();
    }

    /** Of traces alone; measures of each utility are {@code ondine.requests}. */
    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.of(MeasuredUtility.TAG, utility.of(context));
    }

    @Override
    protected KeyValue uri(ServerRequestObservationContext context) {
        var pattern = context.getPathPattern();
        var request = context.getCarrier();
        return request != null && (pattern == null || pattern.equals(ANYTHING))
                ? page(request).map(page -> KeyValue.of("uri", page)).orElseGet(() -> super.uri(context))
                : super.uri(context);
    }

    private Optional<String> page(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.startsWith("/VAADIN/")) {
            return Optional.of("/VAADIN/**");
        }
        var message = message(Objects.requireNonNullElse(request.getQueryString(), ""));
        return message.isEmpty() ? template(path) : Optional.of("/?v-r=" + message);
    }

    /** Read from the query: to ask for a parameter would read a form that somebody else is to read. */
    private static String message(String query) {
        for (var kind : new String[] {"uidl", "heartbeat", "init"}) {
            if (query.startsWith("v-r=" + kind)) {
                return kind;
            }
        }
        return "";
    }

    private Optional<String> template(String path) {
        var routes = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets));
        var target =
                routes.getNavigationRouteTarget(path.replaceFirst("^/+", "")).getRouteTarget();
        return target == null
                ? Optional.empty()
                : routes.getTemplate(target.getTarget()).map(template -> "/" + template);
    }
}
