package fr.ondine.tenantconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The configurations that come with the product and provision the demonstration. */
public final class BundledTenants {

    private static final List<String> SLUGS = List.of("siegvo", "malesherbois", "ileo");

    private BundledTenants() {}

    /** The utilities in the order in which they are shown. */
    public static List<String> slugs() {
        return SLUGS;
    }

    /** The YAML text of one of them. */
    public static String yaml(String slug) {
        try (var file = BundledTenants.class.getResourceAsStream("/tenants/" + slug + ".yaml")) {
            if (file == null) {
                throw new IllegalArgumentException("no configuration is bundled for " + slug);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TenantConfig read(String slug) {
        return TenantConfigReader.read(yaml(slug));
    }
}
