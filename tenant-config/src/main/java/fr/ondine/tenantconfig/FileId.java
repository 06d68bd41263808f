package fr.ondine.tenantconfig;

import java.util.UUID;
import java.util.regex.Pattern;

/** The identifier under which the utility's staff uploaded a file. */
public record FileId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public FileId {
        Invalid.unless(isOne(value), null, "file", value);
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public UUID id() {
        return UUID.fromString(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
