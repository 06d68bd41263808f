/** The first page of a person who is signed in: what is owed, what was used, what is known of the contract. */
@org.jspecify.annotations.NullMarked
package fr.ondine.ui.dashboard;
