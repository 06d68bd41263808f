/** The portal as a person sees it, in a real browser on the whole application. */
@org.jspecify.annotations.NullMarked
package fr.ondine.journeys;
