/** What {@code ./ondine bench} measures; one JSON object a line. */
@org.jspecify.annotations.NullMarked
package fr.ondine.bench;
