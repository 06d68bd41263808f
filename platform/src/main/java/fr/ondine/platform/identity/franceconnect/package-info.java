/** FranceConnect v2 as the bound utility's own client of it: what is asked, and what of an answer is believed. */
@NamedInterface("franceconnect")
@NullMarked
package fr.ondine.platform.identity.franceconnect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
