package fr.ondine.platform.tenancy;

import java.time.Instant;

/**
 * That somebody of the staff looks at what a subscriber sees: nothing is changed meanwhile, whoever is asked to.
 *
 * @param whose the subscriber's name
 * @param until when it ends by itself
 * @param back the address that ends it
 */
public record Looking(String whose, Instant until, String back) {}
