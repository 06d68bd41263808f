package fr.ondine.platform.personaldata;

import java.util.List;

/** A page of a list. */
public record RemovedPage(List<Removed> rows, boolean hasMore) {}
