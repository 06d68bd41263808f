package fr.ondine.ui.staff;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import fr.ondine.platform.staff.StaffProof;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Branding;
import fr.ondine.ui.shell.Frame;
import jakarta.annotation.security.RolesAllowed;

/** The frame of the pages of those who work at a utility: what each of them may open, and who is signed in. */
@RolesAllowed("LOOK")
public class StaffLayout extends Frame {

    private final StaffMenu menu;

    @org.springframework.beans.factory.annotation.Autowired
    StaffLayout(Tenants tenants, Branding branding, SignedInStaff signedIn, StaffProof proof) {
        this(tenants, branding, new StaffMenu(tenants, signedIn));
        new AskedProof(proof, signedIn).standBy(UI.getCurrentOrThrow());
    }

    private StaffLayout(Tenants tenants, Branding branding, StaffMenu menu) {
        super(tenants, branding, "staff", new SearchBox(), menu);
        this.menu = menu;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrival) {
        super.afterNavigation(arrival);
        menu.arrivedAt(arrival.getLocation().getPath());
    }
}
