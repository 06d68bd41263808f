package fr.ondine.platform.customers;

/** What staff typed of a holder; an address that is blank altogether is the one where the water is served. */
public record HolderChange(
        String title,
        String firstName,
        String lastName,
        String street,
        String complement,
        String postcode,
        String city) {

    public HolderChange {
        title = title.strip();
        firstName = firstName.strip();
        lastName = lastName.strip();
        street = street.strip();
        complement = complement.strip();
        postcode = postcode.strip();
        city = city.strip();
    }

    boolean hasAddress() {
        return !(street + complement + postcode + city).isEmpty();
    }
}
