package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who owes what an agreement costs (redevable), and how to reach them; telephone numbers are as people write them. */
public record Holder(
        @Nullable String title,
        @Nullable String firstName,
        String lastName,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String email,
        @Nullable Address postalAddress,
        BuyerIdentity buyer) {

    /** A household. */
    public Holder(
            @Nullable String title,
            @Nullable String firstName,
            String lastName,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable Address postalAddress) {
        this(title, firstName, lastName, phone, mobile, email, postalAddress, BuyerIdentity.HOUSEHOLD);
    }

    /** "M. Pierre DUPONT", or the name of an organisation. */
    public String name() {
        return Stream.of(title, firstName, lastName)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
