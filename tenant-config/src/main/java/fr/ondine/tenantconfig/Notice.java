package fr.ondine.tenantconfig;

import java.util.List;

/** Something every visitor of the public page must know now: a title, an introduction and titled parts. */
public record Notice(String title, List<String> introduction, List<Passage> parts) {}
