/** The mails of the utility, as its staff look after them. */
@NullMarked
package fr.ondine.ui.outbox;

import org.jspecify.annotations.NullMarked;
