/** What is said of requests where they are measured and traced: the page, never what somebody typed. */
@org.jspecify.annotations.NullMarked
package fr.ondine.ui.measures;
