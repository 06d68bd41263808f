/** The chart, from outside: what it renders, what it refuses, and what its handbook says of it. */
@NullMarked
package fr.ondine.helm;

import org.jspecify.annotations.NullMarked;
