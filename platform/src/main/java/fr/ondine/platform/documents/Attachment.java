package fr.ondine.platform.documents;

import java.time.Instant;

/**
 * A file within a PDF that says the same as its pages.
 *
 * @param metadata RDF that the PDF's own metadata say of it
 * @param schema RDF that says what the properties in there are, an item of the list of such schemas
 */
public record Attachment(
        String name,
        String mediaType,
        String description,
        Instant changedAt,
        byte[] content,
        String metadata,
        String schema) {}
