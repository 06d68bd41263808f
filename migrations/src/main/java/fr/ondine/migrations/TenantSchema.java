package fr.ondine.migrations;

import java.util.regex.Pattern;

/** The schema of one tenant and the role that alone may work in it; both bear the same name. */
record TenantSchema(String slug) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{1,55}");

    TenantSchema {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("Not the slug of a tenant: " + slug);
        }
    }

    String name() {
        return "t_" + slug;
    }

    String quoted() {
        return '"' + name() + '"';
    }

    /** What the schema is called on a cluster that the tenant has left. */
    String nameWhenClosed() {
        return "moved_" + slug;
    }

    String quotedWhenClosed() {
        return '"' + nameWhenClosed() + '"';
    }
}
