package fr.ondine.demo.data;

/** Where a fictional person lives. */
record Address(String street, String complement, String postcode, String city) {

    /** A house in one of the communes of the utility, given as "57130 Gravelotte" or "45330 Commune/Village". */
    static Address in(String commune, Draw draw) {
        var city = commune.substring(6).split("/");
        var street = draw.between(1, 98) + " " + draw.of(Words.STREETS);
        return new Address(street, city.length > 1 ? city[1] : "", commune.substring(0, 5), city[0]);
    }
}
