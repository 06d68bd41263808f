package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import jakarta.annotation.security.RolesAllowed;

/** How contract and invoice numbers are written, tried on what a subscriber would type before anybody sees it. */
@Route(value = Sections.HOME + "/numeros", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class NumbersView extends SectionPage {

    NumbersView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.numeros", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        var contracts = new NumberCard(this, "contract", TenantConfig::contractNumbers);
        var invoices = new NumberCard(this, "invoice", TenantConfig::invoiceNumbers);
        var both = columns(contracts.of(now), invoices.of(now));
        both.addClassName("even");
        return column(new Paragraph(say("staff.numbers.what")), both);
    }
}
