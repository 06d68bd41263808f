package fr.ondine.tenantconfig;

/** A document that subscribers may download, as the rules of the service or a form. */
public record Download(String title, FileId file) {}
