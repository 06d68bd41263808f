package fr.ondine.ui.dashboard;

import com.vaadin.flow.router.Location;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.shell.Branding;
import fr.ondine.ui.shell.PortalLayout;
import jakarta.annotation.security.RolesAllowed;

/** The subscribers' frame around the page that staff look at: its menu is as on the dashboard itself. */
@RolesAllowed("CONFIGURE")
class ExampleLayout extends PortalLayout {

    ExampleLayout(Tenants tenants, Branding branding) {
        super(tenants, branding);
    }

    @Override
    protected Location inMenu(Location arrivedAt) {
        return new Location("tableau-de-bord");
    }
}
