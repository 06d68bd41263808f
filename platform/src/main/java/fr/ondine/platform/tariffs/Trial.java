package fr.ondine.platform.tariffs;

import java.util.Optional;

/**
 * The same use rated with a version and without it.
 *
 * @param without empty where nothing else of the tariff is published for those days
 */
public record Trial(Rated with, Optional<Rated> without) {}
