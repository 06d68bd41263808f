package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.Tenants;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where the buttons of mails lead: pages of the bound utility's portal, never of the host that a request named. */
@Component
class PortalLinks {

    private final Tenants tenants;

    PortalLinks(Tenants tenants) {
        this.tenants = tenants;
    }

    URI to(String path) {
        return URI.create(tenants.origin() + path);
    }

    /** A page that a secret opens once ({@code jeton}). */
    URI to(String path, String secret) {
        return to(path + "?jeton=" + secret);
    }
}
