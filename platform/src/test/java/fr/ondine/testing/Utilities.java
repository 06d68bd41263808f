package fr.ondine.testing;

import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The three utilities of the demonstration, ready to be used in a test. */
public record Utilities(TenantId siegvo, TenantId malesherbois, TenantId ileo) {

    public static final TenantId SIEGVO = new TenantId("siegvo");
    public static final TenantId MALESHERBOIS = new TenantId("malesherbois");
    public static final TenantId ILEO = new TenantId("ileo");

    static Utilities provisionedBy(TenantProvisioning provisioning) {
        return new Utilities(
                provisioning.provision(yaml(SIEGVO)),
                provisioning.provision(yaml(MALESHERBOIS)),
                provisioning.provision(yaml(ILEO)));
    }

    /** The configuration file of one of the three, as it is in the repository. */
    public static String yaml(TenantId tenant) {
        try (var file = Utilities.class.getResourceAsStream("/tenants/" + tenant.slug() + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The configuration of a utility like one of the three, with a name, a host and a Stripe account of its own. */
    public static String like(TenantId model, String slug) {
        return yaml(model)
                .replace("slug: " + model, "slug: " + slug)
                .replace(model + ".localhost", slug.replace('_', '-') + ".localhost")
                .replaceAll("acct_\\w+", "acct_1Own" + slug.replace("_", ""));
    }
}
