/** Attacks on the walls between utilities, made for every way in that the application has. */
package fr.ondine.isolation;
