package fr.ondine.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ondine.platform.network.Address;
import org.jspecify.annotations.Nullable;

/** An address as programs read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlaceAnswer(String street, @Nullable String complement, String postcode, String city) {

    static PlaceAnswer of(Address address) {
        return new PlaceAnswer(address.street(), address.complement(), address.postcode(), address.city());
    }
}
