package fr.ondine.ui.shell;

import com.vaadin.flow.router.RouteConfiguration;

/** Which pages the portal has: what does not exist yet is not shown. */
public final class Routes {

    private Routes() {}

    public static boolean exist(String path) {
        return RouteConfiguration.forApplicationScope().getRoute(path).isPresent();
    }
}
