package fr.ondine.platform.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen last for an agreement.
 *
 * @param by the name of who noted it; null for an account on the portal
 */
public record ChosenForm(
        InvoiceForm form, Instant at, @Nullable String by) {}
