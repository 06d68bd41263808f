/** The operator's handbook, typed as it is written. */
@org.jspecify.annotations.NullMarked
package fr.ondine.handbook;
