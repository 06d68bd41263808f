package fr.ondine.platform.tariffs;

/**
 * What of a place its prices depend on.
 *
 * @param diameter of the meter, in millimetres
 * @param dwellings behind the meter, one at least
 */
public record ServiceTraits(int diameter, int dwellings) {

    public ServiceTraits {
        if (dwellings < 1) {
            throw new IllegalArgumentException("no dwelling");
        }
    }
}
