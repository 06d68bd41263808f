package fr.ondine.platform.imports;

/** A field of a file: the one in a column, on the row that begins on a line. */
record Cell(String file, long line, String column) {}
