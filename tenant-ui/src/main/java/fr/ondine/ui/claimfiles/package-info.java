/** Where customer service decides the claims that their proofs fall short of. */
@NullMarked
package fr.ondine.ui.claimfiles;

import org.jspecify.annotations.NullMarked;
