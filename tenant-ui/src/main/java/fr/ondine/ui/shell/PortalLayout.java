package fr.ondine.ui.shell;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Location;
import fr.ondine.platform.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;

/** The frame of the pages of a person who is signed in: with the menu. */
@RolesAllowed("SUBSCRIBER")
public class PortalLayout extends Frame {

    private final Tabs tabs;

    @org.springframework.beans.factory.annotation.Autowired
    protected PortalLayout(Tenants tenants, Branding branding) {
        this(tenants, branding, new Tabs());
    }

    private PortalLayout(Tenants tenants, Branding branding, Tabs tabs) {
        super(tenants, branding, "portal", tabs);
        this.tabs = tabs;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrival) {
        super.afterNavigation(arrival);
        tabs.arrivedAt(inMenu(arrival.getLocation()));
    }

    /** Which page the menu shows as the present one. */
    protected Location inMenu(Location arrivedAt) {
        return arrivedAt;
    }
}
