/** Random stories of a few contracts, told to the portal by every way there is, beside sums that a child could do. */
@NullMarked
package fr.ondine.platform.stories;

import org.jspecify.annotations.NullMarked;
