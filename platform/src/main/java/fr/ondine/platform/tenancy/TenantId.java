package fr.ondine.platform.tenancy;

import java.util.regex.Pattern;

/** The slug that names a utility of the platform; its schema and its database role derive from it. */
public record TenantId(String slug) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{1,55}");

    public TenantId {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("not a tenant: " + slug);
        }
    }

    /** The schema that holds everything of this utility. */
    public String schema() {
        return "t_" + slug;
    }

    /** The role that may use that schema and nothing else. */
    public String role() {
        return "t_" + slug;
    }

    @Override
    public String toString() {
        return slug;
    }
}
