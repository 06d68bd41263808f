package fr.ondine.platform.staff;

import fr.ondine.platform.factors.StrongPasswords;
import fr.ondine.platform.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Staff's passwords. */
@Component
class StaffPasswords extends StrongPasswords {

    StaffPasswords(Tenants tenants) {
        super(() -> new String[] {tenants.current().name(), tenants.current().slug()});
    }
}
