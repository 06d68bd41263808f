/** The image of the chart, laid out and started without an engine for containers. */
@org.jspecify.annotations.NullMarked
package fr.ondine.image;
