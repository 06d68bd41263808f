package fr.ondine.ui.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.tenancy.Realm;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets a page be entered on its own kind of host only, also from a page that is open already. */
@org.springframework.stereotype.Component
class HostPages implements VaadinServiceInitListener {

    private static final int BEFORE_ACCESS_IS_CHECKED = 100;

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().addUIInitListener(created -> created.getUI().addBeforeEnterListener(new Entrance()));
    }

    @ListenerPriority(BEFORE_ACCESS_IS_CHECKED)
    private static final class Entrance implements BeforeEnterListener {

        @Override
        public void beforeEnter(BeforeEnterEvent arrival) {
            var page = arrival.getNavigationTarget();
            if (HasErrorParameter.class.isAssignableFrom(page)) {
                return;
            }
            if (isOfConsole(page) != Realm.isConsole()) {
                arrival.rerouteToError(NotFoundException.class);
            } else if (Realm.isConsole() && !page.isAnnotationPresent(AnonymousAllowed.class) && !isSignedIn()) {
                arrival.forwardToUrl(HostRoutes.CONSOLE + "/connexion");
            }
        }

        private static boolean isOfConsole(Class<? extends Component> page) {
            var path = "/" + page.getAnnotation(Route.class).value();
            return path.equals(HostRoutes.CONSOLE) || path.startsWith(HostRoutes.CONSOLE + "/");
        }

        private static boolean isSignedIn() {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication != null && authentication.getPrincipal() instanceof CurrentOperator;
        }
    }
}
