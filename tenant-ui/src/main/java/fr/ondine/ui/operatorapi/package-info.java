/** What operators' programs may do: the console's acts as HTTP, by a key, at the console's host. */
@NullMarked
package fr.ondine.ui.operatorapi;

import org.jspecify.annotations.NullMarked;
