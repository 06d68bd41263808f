package fr.ondine.platform.identity;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a person wants to be addressed, as far as they said it. */
public record PersonName(
        @Nullable String title,
        @Nullable String firstName,
        @Nullable String lastName) {

    private static final int LONGEST = 100;

    public static final PersonName UNKNOWN = new PersonName(null, null, null);

    public PersonName {
        title = tidy(title);
        firstName = tidy(firstName);
        lastName = tidy(lastName);
    }

    /** "Mme Anne Dupont", or empty when nothing is known. */
    public String full() {
        return Stream.of(title, firstName, lastName)
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String tidy(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var tidied = typed.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return tidied.length() > LONGEST ? tidied.substring(0, LONGEST) : tidied;
    }
}
