/** My account (mon compte): who I am here, my contracts, how I sign in, and how I leave. */
@NullMarked
package fr.ondine.ui.account;

import org.jspecify.annotations.NullMarked;
