package fr.ondine.platform.billing;

import java.util.List;

/** Some of the days, the last first. */
public record PostDays(List<PostDay> days, boolean hasMore) {

    public PostDays {
        days = List.copyOf(days);
    }
}
