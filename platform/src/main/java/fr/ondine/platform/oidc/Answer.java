package fr.ondine.platform.oidc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser brought back from a provider, as it came; a value that came twice is none. */
public record Answer(
        @Nullable String code,
        @Nullable String state,
        @Nullable String issuer,
        @Nullable String error) {

    public static Answer of(Map<String, String[]> parameters) {
        return new Answer(
                single(parameters, "code"),
                single(parameters, "state"),
                single(parameters, "iss"),
                single(parameters, "error"));
    }

    private static @Nullable String single(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length != 1 ? null : values[0];
    }

    /** Never the code: this may be logged. */
    @Override
    public String toString() {
        return "Answer[" + (error == null ? "a code" : "an error") + "]";
    }
}
