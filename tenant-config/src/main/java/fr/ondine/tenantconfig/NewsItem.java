package fr.ondine.tenantconfig;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A piece of news (actualité) of the utility on its public page. */
public record NewsItem(String title, @Nullable LocalDate publishedOn, String text) {}
