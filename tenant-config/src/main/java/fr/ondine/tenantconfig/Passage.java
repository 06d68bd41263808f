package fr.ondine.tenantconfig;

import java.util.List;

/** A titled piece of text: paragraphs, then steps that are shown numbered. */
public record Passage(String title, List<String> paragraphs, List<String> steps) {

    public Passage {
        Invalid.when(paragraphs.isEmpty() && steps.isEmpty(), "paragraphs", "passage-empty");
    }
}
