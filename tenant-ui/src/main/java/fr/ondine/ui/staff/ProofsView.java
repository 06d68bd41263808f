package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import jakarta.annotation.security.RolesAllowed;

/** How a subscriber shows that a contract is theirs, and what each proof is worth. */
@Route(value = Sections.HOME + "/preuves", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class ProofsView extends SectionPage {

    ProofsView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.preuves", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        return new ClaimRuleCard(this, now);
    }
}
