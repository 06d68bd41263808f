package fr.ondine.platform.identity;

/** Whoever sends a request, by network address; known only so that their attempts can be counted. */
public record Visitor(String address) {}
