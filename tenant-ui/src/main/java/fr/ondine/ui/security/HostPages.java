package fr.ondine.ui.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.AccessDeniedException;
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
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets a page be entered on its own kind of host and by its own kind of people only, also from a page that is open already. */
@org.springframework.stereotype.Component
class HostPages implements VaadinServiceInitListener {

    private static final int BEFORE_ACCESS_IS_CHECKED = 100;

    /** What staff may look at as a subscriber sees it: neither the account and its secrets, nor payments. */
    private static final Set<String> LOOKED_AT = Set.of(
            "tableau-de-bord",
            "factures",
            "factures/:invoice/comprendre",
            "consommations",
            "echeancier",
            "fuites/:fuite");

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
            // Flow takes an address with a dot for a page of the browser's own, of which there is none
            if (!page.isAnnotationPresent(Route.class) || isOf(HostRoutes.CONSOLE, page) != Realm.isConsole()) {
                arrival.rerouteToError(NotFoundException.class);
            } else if (Realm.isConsole()
                    && !page.isAnnotationPresent(AnonymousAllowed.class)
                    && !(principal() instanceof CurrentOperator)) {
                arrival.forwardToUrl(HostRoutes.CONSOLE + "/connexion");
            } else if (TenantContext.looking().isPresent()
                    && !page.isAnnotationPresent(AnonymousAllowed.class)
                    && !LOOKED_AT.contains(page.getAnnotation(Route.class).value())) {
                arrival.rerouteToError(AccessDeniedException.class);
            } else if (isOf(StaffSecurity.HOME, page)
                    && !page.isAnnotationPresent(AnonymousAllowed.class)
                    && !(principal() instanceof CurrentStaff)) {
                arrival.forwardToUrl(StaffSecurity.SIGN_IN);
            }
        }

        private static boolean isOf(String place, Class<? extends Component> page) {
            var path = "/" + page.getAnnotation(Route.class).value();
            return path.equals(place) || path.startsWith(place + "/");
        }

        private static @Nullable Object principal() {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication == null ? null : authentication.getPrincipal();
        }
    }
}
