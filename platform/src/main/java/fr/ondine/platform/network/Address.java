package fr.ondine.platform.network;

import org.jspecify.annotations.Nullable;

/** Where something is or where letters go: street, what completes it, postcode and commune. */
public record Address(String street, @Nullable String complement, String postcode, String city) {

    /** Postcode and commune, as on the last line of an envelope. */
    public String locality() {
        return postcode + " " + city;
    }
}
