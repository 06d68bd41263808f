package fr.ondine.platform.documents;

/** A document as it is handed to a person: its name, its type and its bytes. */
public record DocumentContent(String fileName, String mediaType, byte[] bytes) {

    public static final String PDF = "application/pdf";
}
