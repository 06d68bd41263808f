package fr.ondine.platform.identity;

import org.jspecify.annotations.Nullable;

/** Who a remembered device belongs to, and what it must show next time; null when it has been told just now. */
public record Recognised(CurrentUser user, @Nullable Device next) {}
