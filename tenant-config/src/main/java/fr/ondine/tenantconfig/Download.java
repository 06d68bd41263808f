package fr.ondine.tenantconfig;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A document that subscribers may download, as the rules of the service or a form.
 *
 * @param file the identifier under which it was uploaded
 */
public record Download(String title, String file) {

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Download {
        Invalid.unless(IDENTIFIER.matcher(file).matches(), "file", "file", file);
    }

    public UUID id() {
        return UUID.fromString(file);
    }
}
